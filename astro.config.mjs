import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// The one setting of whoever hosts this: where the site will be reached, base path included.
const address = new URL(process.env.SITE_URL ?? 'http://localhost:4321/');

const own = (name) => `./src/components/${name}.astro`;

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  trailingSlash: 'always',
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  markdown: { shikiConfig: { theme: 'css-variables' } },
  integrations: [
    starlight({
      title: 'SWR 错误码',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      favicon: '/favicon.svg',
      disable404Route: true,
      expressiveCode: false,
      pagination: true,
      customCss: ['./src/styles/theme.css', './src/styles/content.css'],
      components: {
        Head: own('layout/Head'),
        PageTitle: own('layout/PageTitle'),
        SocialIcons: own('layout/HeaderLinks'),
        Footer: own('layout/Footer'),
      },
    }),
  ],
});
