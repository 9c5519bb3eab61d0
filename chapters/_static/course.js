document.addEventListener("DOMContentLoaded", () => {
  // Entries of the bibliography come with a role that screen readers have dropped: in a list they are its items.
  for (const entry of document.querySelectorAll(".citation-list > .citation")) entry.setAttribute("role", "listitem");
  // What scrolls must scroll from the keyboard, too.
  for (const table of document.querySelectorAll(".bd-article table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }
});
