import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { LEAD_LOCALE, LOCALE_NAMES, LOCALE_PATHS } from './src/addresses/locales.ts';
import { addressLedger } from './src/integrations/address-ledger.ts';
import { guidanceNotice } from './src/integrations/missing-guidance.ts';
import { twinNotice } from './src/integrations/late-twins.ts';
import { siteAddress } from './src/lib/site-address.ts';
import { finishPages } from './src/integrations/finish-pages.ts';
import { surroundings } from './src/integrations/surroundings.ts';
import { readSite } from './src/load/site.ts';

const own = (name) => `./src/components/${name}.astro`;

const settings = readSite(readFileSync('content/site.yaml', 'utf8'));

/** What the site calls itself in a language; see `src/load/words.ts`. */
function titleIn(locale) {
  if (locale === LEAD_LOCALE) return settings.title;
  return parse(readFileSync(`content/${locale}/site.yaml`, 'utf8'))[settings.title];
}

/**
 * Parts that several scripts share, as few files as their readers allow: small files compress worse, and each is a
 * request. The decoder and the page of an unknown code need the parts and the look-up, but not the search.
 */
const sharedParts = [
  {
    name: 'parts',
    test: /src\/(?:addresses\/addresses|client\/(?:advice|dom|fetch|links)|i18n\/(?:fill|links)|search\/lookup-file)\.ts$/,
    priority: 2,
  },
  { name: 'lookup', test: /src\/(?:client\/lookup|search\/resolve)\.ts$/, priority: 1 },
  { name: 'explained', test: /src\/(?:client\/explained|lib\/visible)\.ts$/ },
  { name: 'search', test: /src\/client\/search\/(?:answer|filter|results)\.ts$/ },
];

/** One script file for every page instead of one a component, which would be one request each. */
const siteScript = {
  name: 'site-script',
  hooks: {
    'astro:config:setup': ({ injectScript }) => injectScript('page', "import '/src/client/site.ts';"),
  },
};

export default defineConfig({
  site: siteAddress.origin,
  base: siteAddress.pathname,
  trailingSlash: 'always',
  // The site's own is a tenth of Astro's; see src/client/prefetch.ts.
  prefetch: false,
  vite: {
    // Starlight's page brings it along whether or not the menu is Starlight's own, which alone keeps its state.
    resolve: { alias: [{ find: /.*\/SidebarPersistState$/, replacement: '/src/client/nothing.ts' }] },
    build: {
      modulePreload: false,
      // One style sheet for every page: it is small, and each page would need two or three.
      cssCodeSplit: false,
      // One page has the filters of the table: what they do comes with it, without a request of its own.
      assetsInlineLimit: (file) => (/\/TableFilter\.astro/.test(file) ? true : undefined),
      rolldownOptions: { output: { codeSplitting: { groups: sharedParts } } },
    },
  },
  devToolbar: { enabled: false },
  integrations: [
    surroundings(),
    starlight({
      title: Object.fromEntries(settings.languages.map((locale) => [locale, titleIn(locale)])),
      locales: Object.fromEntries(
        settings.languages.map((lang) => [LOCALE_PATHS[lang] || 'root', { lang, label: LOCALE_NAMES[lang] }]),
      ),
      favicon: '/favicon.svg',
      disable404Route: true,
      expressiveCode: false,
      pagination: false,
      customCss: ['theme', 'content', 'verdicts'].map((name) => `./src/styles/${name}.css`),
      components: {
        Head: own('layout/Head'),
        ThemeProvider: own('layout/ThemeProvider'),
        ThemeSelect: own('layout/ThemeSelect'),
        SiteTitle: own('layout/SiteTitle'),
        Search: own('search/Search'),
        SocialIcons: own('layout/HeaderLinks'),
        MobileMenuToggle: own('layout/MobileMenuToggle'),
        Sidebar: own('layout/Sidebar'),
        Footer: own('layout/Footer'),
        LanguageSelect: own('layout/Nothing'),
        // Every page writes its own heading, because a code's heading is more than a text.
        PageTitle: own('layout/Nothing'),
        // Parts that no page has: without them style sheet and scripts are smaller.
        PageSidebar: own('layout/Nothing'),
        Hero: own('layout/Nothing'),
        Banner: own('layout/Nothing'),
        ContentNotice: own('layout/Nothing'),
        DraftContentNotice: own('layout/Nothing'),
        FallbackContentNotice: own('layout/Nothing'),
      },
    }),
    siteScript,
    addressLedger(settings.languages),
    guidanceNotice(),
    twinNotice(settings.languages),
    finishPages(),
  ],
});
