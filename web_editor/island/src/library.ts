// Looking through the library: the address of the page says what is looked for, so that it can be sent to somebody.

/** Keeps the address of the page at what its form says. */
export function addresses(): void {
  for (const happening of ["input", "change"]) {
    document.addEventListener(happening, (event) => {
      const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-address]") : null;
      if (form) history.replaceState(null, "", address(form));
    });
  }
}

function address(form: HTMLFormElement): string {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) said.append(name, value);
  const query = said.toString();
  return query ? `?${query}` : location.pathname;
}
