"""People: who there is, what they may do and why, and letting them in or shutting them out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from ccm.api.routes.accounts import NewPassword, explain_access, list_accounts, set_new_password
from ccm.api.routes.keys import list_keys
from ccm.api.routes.people import NewPerson, NewRole, add_somebody, give_role, list_people, shut_out, take_role
from ccm.api.routes.workflows import list_workflows
from ccm.store.actor import ROLES, Role
from ccm.store.explaining import ACTIONS
from content_blocks.problem import refuse
from content_blocks.strictness import ORDER
from web_editor.showing import show
from web_editor.visit import Visit, visits

routes = APIRouter(prefix="/administration/people")

ANYTHING = "*"
AGAIN = {"HX-Refresh": "true"}
Login = Annotated[str, Form(max_length=60)]


@routes.get("")
def show_people(
    visit: Annotated[Visit, visits("read", "admin", "auditor")],
    search: Annotated[str, Query(max_length=80)] = "",
) -> Response:
    """Everybody, with what they may do; those who were shut out come last."""
    words = search.strip().lower()
    found = [it for it in list_people(visit.asking) if words in f"{it.login} {it.name}".lower()]
    found.sort(key=lambda it: (it.disabled, it.login))
    return show("people.html", visit, people=found, search=search)


@routes.post("")
def add(
    login: Login,
    name: Annotated[str, Form(max_length=120)],
    visit: Annotated[Visit, visits("write", "admin")],
    email: Annotated[str, Form(max_length=254)] = "",
) -> Response:
    """Let somebody in, and lead on to where they are given what they may do."""
    added = add_somebody(NewPerson(login=login.strip(), name=name.strip(), email=email.strip()), visit.asking)
    return Response(headers={"HX-Redirect": f"/administration/people/{added.login}"})


@routes.get("/{login}")
def show_person(login: str, visit: Annotated[Visit, visits("read", "admin", "auditor")]) -> Response:
    """Somebody: their roles, the ways in which they come in, and the question why they may do something."""
    person = next((it for it in list_people(visit.asking) if it.login == login), None)
    if person is None:
        raise refuse("", "person-unknown", login=login)
    keys = [it for it in list_keys(visit.asking) if it.login == login]
    return show(
        "person.html",
        visit,
        person=person,
        keys=keys,
        accounts=list_accounts(login, visit.asking),
        roles=ROLES,
        kinds=tuple(ACTIONS["save"]),
        changes=ORDER[1:],
        actions=ACTIONS,
        steps={step.id: step for workflow in list_workflows(visit.asking) for step in workflow.steps},
    )


@routes.post("/{login}/roles")
def give(
    login: str,
    role: Annotated[Role, Form()],
    visit: Annotated[Visit, visits("write", "admin")],
    kind: Annotated[str, Form(max_length=20)] = ANYTHING,
    names: Annotated[str, Form(max_length=80)] = ANYTHING,
    step: Annotated[str, Form(max_length=60)] = "",
    changes: Annotated[list[str] | None, Form(max_length=10)] = None,
) -> Response:
    """Give a role; what the form holds for other roles does not count."""
    new = NewRole(
        role=role,
        area=area_of(kind, names),
        step=step if role == "reviewer" else "",
        changes=(changes or []) if role == "author" else [],
    )
    give_role(login, new, visit.asking)
    return Response(headers=AGAIN)


def area_of(kind: str, names: str) -> str:
    """The area that a kind and some names make: a glob over `kind/name`."""
    called = names.strip() or ANYTHING
    return ANYTHING if kind == called == ANYTHING else f"{kind}/{called}"


@routes.delete("/{login}/roles/{number}")
def take(login: str, number: int, visit: Annotated[Visit, visits("write", "admin")]) -> Response:
    """Take a role away."""
    take_role(login, number, visit.asking)
    return Response(headers=AGAIN)


@routes.delete("/{login}")
def shut(login: str, visit: Annotated[Visit, visits("write", "admin")]) -> Response:
    """Shut somebody out."""
    shut_out(login, visit.asking)
    return Response(headers=AGAIN)


@routes.post("/{login}/password")
def set_password(
    login: str,
    password: Annotated[str, Form(max_length=200)],
    visit: Annotated[Visit, visits("write", "admin")],
    old: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Set a password; of one's own one has to know the one before, and signs in anew."""
    answer = Response(headers=AGAIN)
    new = NewPassword.model_validate({"password": password, "old": old})
    set_new_password(login, new, visit.request, answer, visit.asking)
    return answer


@routes.get("/{login}/access")
def explain(
    login: str,
    action: Annotated[str, Query(max_length=20)],
    kind: Annotated[str, Query(max_length=20)],
    visit: Annotated[Visit, visits("read")],
    name: Annotated[str, Query(max_length=150)] = "",
) -> Response:
    """Whether somebody may do something, and what speaks against it."""
    thing = f"{kind}/{name.strip()}" if name.strip() else kind
    found = explain_access(login, action, thing, visit.request, visit.asking)
    return show("part/access.html", visit, found=found, login=login, action=action, thing=thing)
