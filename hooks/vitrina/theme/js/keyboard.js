/* What somebody meant who typed with the keyboard switched to the other language, «cflbr» is «садик», or hit the key beside. */

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
const RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";
const inRussian = new Map([...LATIN].map((key, place) => [key, RUSSIAN[place]]));
const inLatin = new Map([...RUSSIAN].map((key, place) => [key, LATIN[place]]).reverse());    // a letter's own key, not its shift
const ROWS = [[1, 13], [13, 24], [24, 33]];

/** The text as it was typed, then as it would be on the keyboard of the page's language. */
export function anyLayout(text, language) {
  const [foreign, keys] = new Intl.Locale(language).maximize().script === "Cyrl" ? [/[a-z]/i, inRussian] : [/[а-яё]/i, inLatin];
  if (!foreign.test(text)) return [text];
  return [text, [...text.toLowerCase()].map((letter) => keys.get(letter) ?? letter).join("")];
}

const placeOf = (letter) => {
  const key = Math.max(RUSSIAN.indexOf(letter), LATIN.indexOf(letter));
  const row = ROWS.findIndex(([first, end]) => first <= key && key < end);
  return [row, row < 0 ? 0 : key - ROWS[row][0] + row / 2];    // each row stands half a key to the right of the one above
};

/** Whether the keys of two letters touch. */
export function areBeside(one, other) {
  const [[row, place], [otherRow, otherPlace]] = [placeOf(one), placeOf(other)];
  return row >= 0 && otherRow >= 0 && Math.abs(row - otherRow) <= 1 && Math.abs(place - otherPlace) <= 1;
}
