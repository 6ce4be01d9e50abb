// What is told when the server does not answer: brought only then, with its words.

import { toast } from "./dialogs";
import { _ } from "./words";

export const tellAway = (): void => toast(_("The server cannot be reached."));
