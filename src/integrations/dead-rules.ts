import type { Declaration, MediaQuery, Rule, Selector, StyleSheet } from 'lightningcss';

type Rules = Rule<Declaration, MediaQuery>[];

/** Whether a variable that is set here is replaced in any case. */
type IsReplaced = (name: string) => boolean;

/** A selector without alternatives for elements that no page has; nothing where it is about such an element itself. */
function living(selector: Selector, hasElement: (name: string) => boolean): Selector[] {
  const parts = selector.flatMap((part): Selector => {
    if (part.type === 'type') return hasElement(part.name) ? [part] : [];
    if (part.type !== 'pseudo-class' || (part.kind !== 'is' && part.kind !== 'where')) return [part];
    const selectors = part.selectors.flatMap((each) => living(each, hasElement));
    return selectors.length > 0 ? [{ ...part, selectors }] : [];
  });
  return parts.length === selector.length ? [parts] : [];
}

const isRoot = (selector: Selector) => selector.length === 1 && isAboutRoot(selector);

/** Whether a selector is about the whole page: `:root[data-theme='light']`, `::backdrop`. */
function isAboutRoot(selector: Selector): boolean {
  const last = selector.slice(selector.findLastIndex(({ type }) => type === 'combinator') + 1);
  return last.some((part) => 'kind' in part && (part.kind === 'root' || part.kind === 'backdrop'));
}

/** Variables that a rule without a layer and a condition sets for the whole page. */
const setAnyway = (rule: Rules[number]): string[] =>
  rule.type === 'style' && rule.value.selectors.every(isRoot)
    ? (rule.value.declarations?.declarations ?? []).flatMap(({ property, value }) =>
        property === 'custom' ? [value.name] : [],
      )
    : [];

/** The rules that can apply, of those at one level. */
function alive(
  rules: Rules,
  hasElement: (name: string) => boolean,
  isReplaced: IsReplaced,
  inLayer: boolean,
): Rules {
  return rules.flatMap((rule): Rules => {
    if (rule.type === 'layer-block' || rule.type === 'media' || rule.type === 'supports') {
      const within = alive(rule.value.rules, hasElement, isReplaced, inLayer || rule.type === 'layer-block');
      return within.length > 0
        ? [{ ...rule, value: { ...rule.value, rules: within } } as Rule<Declaration, MediaQuery>]
        : [];
    }
    if (rule.type !== 'style') return [rule];
    const { selectors, declarations } = rule.value;
    const left = selectors.flatMap((selector) => living(selector, hasElement));
    if (left.length === 0) return [];
    // Whatever stands in a layer gives way to what stands in none.
    const givesWay = left.every(inLayer ? isAboutRoot : isRoot);
    const kept = (declarations?.declarations ?? []).filter(
      ({ property, value }) => !(givesWay && property === 'custom' && isReplaced(value.name)),
    );
    return [
      {
        ...rule,
        value: { ...rule.value, selectors: left, declarations: { ...declarations, declarations: kept } },
      },
    ];
  });
}

/** Lightning CSS does not take back variables as it hands them out (parcel-bundler/lightningcss#1065). */
const withoutNulls = (sheet: StyleSheet) =>
  JSON.parse(JSON.stringify(sheet, (_, value: unknown) => value ?? undefined)) as StyleSheet;

/**
 * Style sheets, in their order, without what can never be seen: rules for elements that no page has, and variables of
 * the page that another rule sets in any case.
 */
export function withoutDead(
  sheets: readonly StyleSheet[],
  hasElement: (name: string) => boolean,
): StyleSheet[] {
  const all = sheets.flatMap(({ rules }) => rules);
  /** The places of the last rules that set them. */
  const last = new Map(
    all.flatMap((rule, at) => setAnyway(rule).map((name): [string, number] => [name, at])),
  );
  return sheets.map((sheet) => {
    const rules = sheet.rules.flatMap((rule) => {
      const at = rule.type === 'layer-block' ? -1 : all.indexOf(rule);
      return alive([rule], hasElement, (name) => at < (last.get(name) ?? -1), false);
    });
    return withoutNulls({ ...sheet, rules });
  });
}
