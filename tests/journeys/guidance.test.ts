import { expect, test } from './journey.ts';

const CODE = 'SVCSTG.SWR.4010000';

test('verdicts and the short answer stand above the fold of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`codes/${CODE}/`);
  for (const text of ['调用方', '修改后重试', '看处理步骤'])
    await expect(page.locator('article header').getByText(text)).toBeInViewport();
});

test('each fact of the answer is named and leads to the codes alike', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  const facts = page.locator('article header dl');
  await expect(facts.getByRole('term')).toHaveText(['谁来处理', '要不要重试', 'HTTP 状态', '资源领域']);
  await expect(facts.getByRole('definition')).toHaveText([
    '调用方',
    '修改后重试',
    '401 未通过鉴权',
    '鉴权与权限',
  ]);
  for (const fact of await facts.getByRole('definition').all())
    await expect(fact.getByRole('link')).toHaveAttribute('href', /\/(?:codes\/\?|status\/|domains\/)/);
});

test('the guidance follows the description and is marked as this site’s own', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  const order = await page
    .locator('article h2')
    .evaluateAll((headings) => headings.map((heading) => heading.id));
  expect(order.slice(0, 2)).toEqual(['meaning', 'guidance']);
  const guidance = page.getByRole('region', { name: /^处理建议/ });
  await expect(guidance).toContainText('不是华为云文档的内容');
  await expect(guidance.getByRole('heading', { level: 3 })).toHaveText([
    '发生了什么',
    '可能原因',
    '处理步骤',
    '仍未解决',
    '本节的来源',
  ]);
});

test('a marker leads to its source, an inference is called one', async ({ page }) => {
  await page.goto(`codes/${CODE}/`);
  const marker = page.locator('.guidance .cite a').first();
  const target = (await marker.getAttribute('href')) ?? '';
  await marker.click();
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await expect(page.locator(`li${target} a`)).toHaveAttribute('href', /^https:\/\//);
  await expect(page.locator('.guidance .inferred').first()).toHaveText('推断');
});

test('a verdict leads to the codes alike, in a table that can be filtered by it', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.4031042/');
  await page.getByRole('link', { name: '退避后重试' }).click();
  await expect(page).toHaveURL(/codes\/\?retry=backoff$/);
  await expect(page.locator('select[name=retry]')).toHaveValue('backoff');
  const rows = page.locator('.code-table tbody tr:visible');
  const all = await rows.count();
  await page.getByLabel('HTTP 状态').selectOption('4xx');
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.count()).toBeLessThan(all);
  for (const row of await rows.all()) await expect(row).toContainText('退避后重试');
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

test('the row and the literal message are both shown where they differ', async ({ page }) => {
  await page.goto('codes/SVCSTG.SWR.5007019/');
  await expect(page.getByRole('blockquote')).toHaveText('创建镜像失败，镜像个数已达到上限。');
  await expect(page.locator('#difference + dl')).toContainText('只说创建仓库失败，没有提上限');
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
    .locator('.topic section > h2')
    .evaluateAll((headings) => headings.map(({ id }) => `#${id}`));
  expect(sections.length).toBeGreaterThan(3);
  expect(anchors).toEqual(sections);
});

test.describe('the naming checker', () => {
  test('says which rule a name breaks', async ({ page }) => {
    await page.goto('topics/naming/');
    const checker = page.locator('naming-checker');
    await checker.getByRole('textbox', { name: '名称' }).fill('My-Org');
    await expect(checker.getByRole('status')).toContainText('不能有大写字母');
    await checker.getByRole('textbox', { name: '名称' }).fill('my-org');
    await expect(checker.getByRole('status')).toHaveText(/^\s*符合规则。\s*$/);
    await checker.getByLabel('检查什么').selectOption('tag');
    await checker.getByRole('textbox', { name: '名称' }).fill('feature/login');
    await expect(checker.getByRole('status').getByRole('listitem')).toHaveText([/只能用字母、数字/]);
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
    await page.getByRole('link', { name: '看处理步骤' }).click();
    await expect(page.getByRole('heading', { name: '处理步骤' })).toBeInViewport();
    await page.goto('topics/naming/');
    await expect(page.locator('naming-checker')).toBeHidden();
    await expect(page.locator('#organization')).toBeVisible();
  });
});
