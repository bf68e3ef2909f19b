import { expect, test } from './journey.ts';

const CODE = 'SVCSTG.SWR.4010000';

test('verdicts and the short answer stand above the fold of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`codes/${CODE}/`);
  for (const text of ['调用方', '修改后重试'])
    await expect(page.locator('article header').getByText(text)).toBeInViewport();
  await expect(page.getByRole('heading', { name: '处理步骤' })).toBeInViewport();
});

test('each fact of the answer is named and leads to the codes alike', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  const facts = page.locator('.gist dl');
  await expect(facts.getByRole('term')).toHaveText(['谁来处理', '要不要重试', 'HTTP 状态', '资源领域']);
  await expect(facts.getByRole('definition')).toHaveText([
    '调用方',
    '修改后重试',
    /再试/,
    /^401 未通过鉴权/, // An edition may name a second status.
    '鉴权与权限',
  ]);
  for (const fact of await facts.getByRole('definition').filter({ hasNotText: '再试' }).all())
    for (const link of await fact.getByRole('link').all())
      await expect(link).toHaveAttribute('href', /\/(?:codes\/\?|status\/|domains\/)/);
});

test('steps come first, then why; the rest is folded away, and the answer is marked as this site’s own', async ({
  page,
}) => {
  await page.goto(`codes/${CODE}/`);
  const order = await page
    .locator('article h2')
    .evaluateAll((headings) => headings.map((heading) => heading.id));
  expect(order).toEqual([
    ...['steps', 'causes', 'what', 'unresolved', 'related'],
    ...['structure', 'body', 'history', 'source'],
  ]);
  await expect(page.locator('.answer')).toContainText('本站建议');
  await expect(page.locator('#source')).toBeHidden();
  await page.locator('#reference > summary').click();
  await expect(page.getByRole('region', { name: '来源' })).toContainText('不是华为云文档的内容');
});

test('markers are numbered in the order in which they are read', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  const numbers = await page.locator('.guidance .cite').allTextContents();
  const first = [...new Set(numbers.map(Number))];
  expect(first.length).toBeGreaterThan(2);
  expect(first).toEqual(first.toSorted((one, other) => one - other));
});

test('a marker leads to its source, an inference is called one', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  const marker = page.locator('.guidance .cite a').first();
  const target = (await marker.getAttribute('href')) ?? '';
  await marker.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await expect(page.locator(`li${target} a`)).toBeInViewport();
  await expect(page.locator(`li${target} a`)).toHaveAttribute('href', /^https:\/\//);
  await expect(page.locator('.guidance .inferred').first()).toHaveText('推断');
});

test('a verdict leads to the codes alike, in a table that can be filtered by it', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4031042/');
  await page.getByRole('link', { name: '隔一会儿再试' }).click();
  await expect(page).toHaveURL(/codes\/\?retry=backoff$/);
  await expect(page.locator('select[name=retry]')).toHaveValue('backoff');
  const rows = page.locator('.code-table tbody tr:visible');
  const all = await rows.count();
  await page.getByLabel('HTTP 状态').selectOption('4xx');
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.count()).toBeLessThan(all);
  for (const row of await rows.all()) await expect(row).toContainText('隔一会儿再试');
  await page.getByLabel('谁来处理').selectOption('vendor');
  await expect(page).toHaveURL(/actor=vendor/);
});

test('confusable codes stand side by side, this one marked', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4040058/');
  const table = page.getByRole('table', { name: '组织不存在的两个码' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('row', { name: /4040058/ })).toContainText('本页');
  await table.getByRole('link', { name: /4041061/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SVCSTG.SWR.4041061');
});

test('where the row and the literal message differ, the guidance says so, once', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.5007019/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('创建镜像失败，镜像个数已达到上限。');
  await expect(page.locator('#meaning code')).toHaveText(['fail to create repo.']);
  await expect(page.locator('#difference')).toHaveCount(0);
  await expect(page.locator('.guidance')).toContainText('英文信息却只有 fail to create repo.，没有提到上限');
});

test('from a code to the section of a topic and back', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  await page
    .locator('.guidance')
    .getByRole('link', { name: /登录指令与有效期/ })
    .click();
  await expect(page).toHaveURL(/topics\/auth\/#login$/);
  const section = page.getByRole('region', { name: /登录指令/ });
  await section.getByText(/个错误码的处理建议会用到这一节/).click();
  await section.getByRole('listitem').getByRole('link', { name: CODE }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(CODE);
});

test('the contents of a topic lead to each of its sections', async ({ page }) => {
  await page.goto('topics/auth/');
  const contents = page.getByRole('navigation', { name: '本页内容' }).getByRole('link');
  const anchors = await contents.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const sections = await page
    .locator('.topic section h2')
    .evaluateAll((headings) => headings.map(({ id }) => `#${id}`));
  expect(sections.length).toBeGreaterThan(3);
  expect(anchors).toEqual(sections);
});

test.describe('the naming checker', () => {
  test('says which rule a name breaks', async ({ page }) => {
    await page.goto('topics/naming/');
    const checker = page.locator('naming-checker');
    await checker.getByLabel('检查什么').selectOption('organization');
    await checker.getByRole('textbox', { name: '名称' }).fill('My-Org');
    await expect(checker.getByRole('status')).toContainText('不能有大写字母');
    await checker.getByRole('textbox', { name: '名称' }).fill('my-org');
    await expect(checker.getByRole('status')).toContainText(/^\s*符合规则。/);
    await checker.getByLabel('检查什么').selectOption('tag');
    await checker.getByRole('textbox', { name: '名称' }).fill('feature/login');
    await expect(checker.getByRole('status').getByRole('listitem')).toHaveText([/只能用字母、数字/]);
  });

  test('reads a whole address, mends a name and tells which code would come', async ({ page }) => {
    await page.goto('topics/naming/');
    const checker = page.locator('naming-checker');
    await checker
      .getByRole('textbox', { name: '名称' })
      .fill(' swr.cn-north-4.myhuaweicloud.com/My-org/nginx:v1 ');
    await expect(checker.getByRole('listitem')).toHaveText([
      /仓库地址 swr/,
      /组织名 My-org.*可以改成：my-org.*SVCSTG\.SWR\.4001028/s,
      /镜像名 nginx$/,
      /镜像版本 v1$/,
    ]);
    await expect(checker.locator('[data-fits=false]')).toHaveCount(1);
  });

  test('takes whatever is typed as text', async ({ page }) => {
    await page.goto('topics/naming/');
    const checker = page.locator('naming-checker');
    for (const name of ['<img src=x onerror="document.title=1">', '</ul><script>document.title=1</script>']) {
      await checker.getByRole('textbox', { name: '名称' }).fill(name);
      await expect(checker.getByRole('status')).toContainText('不符合规则');
    }
    await expect(checker.locator('img, script')).toHaveCount(0);
    expect(await page.title()).toContain('命名规则');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('guidance can be read, the checker is not offered', async ({ page }) => {
    await page.goto(`codes/${CODE}/`);
    await expect(page.getByRole('heading', { name: '处理步骤' })).toBeVisible();
    await page.locator('#reference > summary').click();
    await expect(page.locator('#source')).toBeVisible();
    await page.goto('topics/naming/');
    await expect(page.locator('naming-checker')).toBeHidden();
    await expect(page.locator('#organization')).toBeVisible();
  });
});
