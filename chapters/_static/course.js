// Paper is white: a page that is dark on the screen is printed as a light one.
{
  const page = document.documentElement.dataset;
  let seen;
  addEventListener("beforeprint", () => { seen = page.theme; page.theme = "light"; });
  addEventListener("afterprint", () => { page.theme = seen; });
}
document.addEventListener("DOMContentLoaded", () => {
  // Entries of the bibliography come with a role that screen readers have dropped: in a list they are its items.
  for (const entry of document.querySelectorAll(".citation-list > .citation")) entry.setAttribute("role", "listitem");
  // What scrolls must scroll from the keyboard, too: measure all, then mark, so that the page is laid out once.
  const scrolls = (element) => element.scrollWidth > element.clientWidth;
  const reach = (elements) => [...elements].filter(scrolls).forEach((element) => { element.tabIndex = 0; });
  reach(document.querySelectorAll(".bd-article :is(table, .highlight pre, figure:has(> img.wide))"));
  document.addEventListener("contentvisibilityautostatechange", ({ target }) => reach([target]), true);
});
