// How many segments a text takes as an SMS (3GPP TS 23.038), for the meter beside it while somebody types; what counts
// is what the server says of the whole message.

const BASIC = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const EXTENDED = new Set("^{}\\[~]|€\f");

export function segments(text: string): { encoding: "GSM-7" | "UCS-2"; units: number; segments: number } {
  const characters = [...text];
  if (characters.every((it) => BASIC.has(it) || EXTENDED.has(it))) {
    const sizes = characters.map((it) => (EXTENDED.has(it) ? 2 : 1));
    return { encoding: "GSM-7", units: sizes.reduce((sum, it) => sum + it, 0), segments: packed(sizes, 160, 153) };
  }
  return { encoding: "UCS-2", units: text.length, segments: packed(characters.map((it) => it.length), 70, 67) };
}

/** No character is ever divided between two segments. */
function packed(sizes: number[], alone: number, each: number): number {
  const whole = sizes.reduce((sum, it) => sum + it, 0);
  if (whole <= alone) return whole ? 1 : 0;
  let [count, room] = [1, each];
  for (const size of sizes) {
    if (size > room) [count, room] = [count + 1, each];
    room -= size;
  }
  return count;
}
