"use strict";
const table = document.querySelector(".matrix");
const body = table.tBodies[0];
const rows = [...body.rows];
const heads = [...table.tHead.rows[0].cells];
const ORDERS = { ascending: 1, descending: -1 };
const SIGNS = { ascending: "\u2191", descending: "\u2193", none: "\u21c5" };

function value(row, column) {
  const cell = row.cells[column];
  const text = cell.dataset.value ?? cell.textContent.trim();
  const number = Number(text.replace("\u2212", "-"));
  return text === "" || Number.isNaN(number) ? text.toLowerCase() : number;
}

function compare(one, other) {
  if (typeof one === typeof other) return one < other ? -1 : one > other ? 1 : 0;
  return typeof one === "number" ? 1 : -1; // a dash before all numbers
}

function sortBy(column) {
  const order = heads[column].getAttribute("aria-sort") === "descending" ? "ascending" : "descending";
  heads.forEach((head, place) => {
    const own = place === column ? order : "none";
    head.setAttribute("aria-sort", own);
    head.querySelector("button").textContent = SIGNS[own];
  });
  table.caption.textContent = "Who met which criterion";
  rows.sort((one, other) => ORDERS[order] * compare(value(one, column), value(other, column)));
  body.append(...rows);
}

heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = SIGNS.none;
  button.setAttribute("aria-label", `Sort by ${head.querySelector("a")?.getAttribute("aria-label") ?? head.textContent.trim()}`);
  button.addEventListener("click", () => sortBy(column));
  head.append(" ", button);
});

const find = document.getElementById("find");
find.closest(".tools").hidden = false;
find.addEventListener("input", () => {
  const wanted = find.value.trim().toLowerCase();
  rows.forEach((row) => { row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted); });
  const shown = rows.filter((row) => !row.hidden).length;
  document.getElementById("found").textContent = wanted ? `${shown} of ${rows.length}` : "";
});
