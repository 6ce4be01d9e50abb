// A guest's page: what lets them in stands behind the number sign of their link, and goes to the server in a header
// only, because addresses end up in logs.

const token = location.hash.slice(1);
const place = document.getElementById("guest");

async function ask(address: string, body?: FormData): Promise<void> {
  if (!place) return;
  const organisation = new URLSearchParams(location.search).get("organisation");
  const headers: Record<string, string> = { "CCM-Link": token, "HX-Request": "true" };
  if (organisation) headers["CCM-Organisation"] = organisation;
  const options: RequestInit = body ? { method: "POST", headers, body: new URLSearchParams(body as unknown as Record<string, string>) } : { headers };
  const answer = await fetch(address, options);
  const told = document.getElementById("told");
  if (answer.ok) {
    place.innerHTML = await answer.text();
    told?.replaceChildren();
    place.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void ask("/guest/opinions", new FormData(event.target as HTMLFormElement, event.submitter));
    });
  } else if (told) {
    told.innerHTML = await answer.text();
    if (!place.querySelector("form")) place.replaceChildren();
  }
  place.setAttribute("aria-busy", "false");
}

addEventListener("hashchange", () => location.reload());
void ask("/guest/shown");
