/** What `tests/site/markup.test.ts` holds the built pages to. */
export default {
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Every script and style sheet comes from the site's own host, under a Content Security Policy.
    'require-sri': 'off',
    // Forms that answer each keystroke have nothing to submit; the others have their button.
    'wcag/h32': 'off',
  },
};
