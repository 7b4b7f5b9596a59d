/* On paper the theme unfolds everything, the file of a definition and the charts of all regions
 * too. Here is noted what the reader unfolded, so that the style sheet prints that alone. */
addEventListener("click", ({ target }) => {
  const folded = target.closest("summary")?.parentElement;
  // The click is seen before it takes effect; the keyboard sends one, too.
  if (folded) folded.classList.toggle("dibuka", !folded.open);
});

/* A mark beside each heading leads to the heading it stands in: of use to a hand, not to the keyboard. */
for (const mark of document.querySelectorAll(".headerlink")) mark.tabIndex = -1;
