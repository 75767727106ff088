/* A table that lays things side by side: its heads sort it, and what is above it chooses its rows. Without this script it is a plain
   table in the order of the site. A cell that holds a figure has it as `data-rank`; one without comes last in either order. */

const order = { ascending: say("по возрастанию"), descending: say("по убыванию") };
const compareNames = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

for (const sift of document.querySelectorAll("[data-sift]")) {
  const table = document.querySelector(`#${sift.dataset.sift} table`);
  const [body] = table.tBodies, rows = [...body.rows], heads = [...table.tHead.rows[0].cells];
  const [typed, ...chosen] = sift.querySelectorAll("input, select");
  const told = sift.querySelector("[role=status]");
  const texts = rows.map((row) => row.textContent.toLocaleLowerCase());

  function choose() {
    const asked = typed.value.trim().toLocaleLowerCase();
    rows.forEach((row, at) => {
      const fits = ({ value, dataset }) => !value || row.cells[dataset.column].dataset.choice === value;
      row.hidden = !texts[at].includes(asked) || !chosen.every(fits);
    });
    told.textContent = `${say("Строк:")} ${rows.filter((row) => !row.hidden).length} ${say("из")} ${rows.length}`;
  }

  function sort(column) {
    const head = heads[column], isNumber = rows.some((row) => row.cells[column].dataset.rank);
    const [usual, other] = isNumber && column ? ["descending", "ascending"] : ["ascending", "descending"];
    const direction = head.ariaSort === usual ? other : usual;
    const sign = direction === "ascending" ? 1 : -1;
    const rank = (row) => (row.cells[column].dataset.rank ?? "");
    const sorted = rows.toSorted((one, another) => {
      if (!column) return sign * compareNames(one.cells[0].textContent, another.cells[0].textContent);
      if (!rank(one) || !rank(another)) return !rank(one) - !rank(another);
      return sign * (rank(one) - rank(another));
    });
    for (const each of heads) each.ariaSort = each === head ? direction : null;
    body.append(...sorted);
    told.textContent = `${head.textContent}: ${order[direction]}`;
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.onclick = () => sort(column);
    head.append(button);
  });
  for (const one of [typed, ...chosen]) {
    one.disabled = false;
    one.oninput = choose;
  }
}
