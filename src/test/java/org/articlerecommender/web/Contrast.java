package org.articlerecommender.web;

/** Measures what readers with weak sight need: WCAG AA asks for 4.5:1 between text and what is behind it. */
class Contrast {

    private Contrast() {}

    /** A script that answers with every visible text whose contrast is too low. */
    static final String TOO_LOW = """
            () => {
              const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => {
                const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
                return 0.2126 * x + 0.7152 * y + 0.0722 * z;
              };
              const behind = (element) => {
                for (let at = element; at; at = at.parentElement) {
                  const color = numbers(getComputedStyle(at).backgroundColor);
                  if (color.length < 4 || color[3] > 0) return color;
                }
                return [255, 255, 255];
              };
              const low = [];
              for (const element of document.querySelectorAll("body *")) {
                const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
                const style = getComputedStyle(element);
                if (!own || !element.checkVisibility() || element.closest(".unseen, .name, .skip, [disabled]") || !style.color.startsWith("rgb")) continue;
                const [a, b] = [light(numbers(style.color)), light(behind(element))];
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${element.className || element.tagName}: ${element.textContent.trim().slice(0, 40)}`);
              }
              return low;
            }
            """;
}
