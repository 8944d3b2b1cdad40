import type { Accounts } from "./accounts.ts";
import type { Draw } from "./draw.ts";
import { percent, wan } from "./print.ts";

const BEGINNINGS = [
  "一年来",
  "在上级主管部门的指导下",
  "按照年初确定的目标任务",
  "围绕中心工作",
  "针对存在的薄弱环节",
  "结合本单位实际",
];
const ACTIONS = [
  "持续推进全民参保计划，摸清底数，分类施策，做到应保尽保",
  "优化经办流程，压缩办理时限，推行一窗受理、限时办结的服务方式",
  "完善内部控制制度，规范岗位权限，强化事前预防、事中监控和事后检查",
  "加强基金运行分析，定期开展数据比对，防范冒领和欺诈骗保行为",
  "加快信息系统建设，推广网上办、掌上办，方便群众就近办理业务",
  "组织政策宣讲进企业、进社区、进乡村，提高群众对政策的知晓程度",
  "做好退休人员社会化管理服务工作，及时足额发放各项待遇",
  "严格执行财务制度，加强预算约束，降低行政运行成本",
  "开展业务技能练兵和作风建设，提升窗口服务质量和群众满意度",
  "配合审计和巡察整改，建立问题台账，逐项落实责任人和完成时限",
];
const ENDINGS = [
  "取得了较好成效。",
  "各项工作有序推进。",
  "完成了预期目标。",
  "为事业发展提供了保障。",
  "得到了服务对象的肯定。",
];
const HEADINGS = [
  "（一）部门基本情况",
  "（二）部门整体支出管理及使用情况",
  "（三）主要绩效情况",
  "（四）存在的问题",
  "（五）改进措施和有关建议",
];

/** An evaluation report in prose, as most final accounts attach one: much text, few figures. */
export function evaluationOf(accounts: Accounts, draw: Draw): string[] {
  const total = accounts.basic + accounts.project;
  const sentence = (): string =>
    `${draw.one(BEGINNINGS as [string, ...string[]])}，${draw.some(ACTIONS, draw.whole(2, 4)).join("；")}，${draw.one(ENDINGS as [string, ...string[]])}`;
  const figures = `${accounts.year}年度部门整体支出${wan(total)}万元，其中基本支出${wan(accounts.basic)}万元，占${percent(accounts.basic, total)}。`;
  return [
    `${accounts.year}年度部门整体支出绩效评价报告`,
    ...HEADINGS.flatMap((heading, index) => [
      heading,
      `${index === 1 ? figures : ""}${sentence()}${sentence()}`,
      ...Array.from({ length: draw.whole(1, 3) }, () => `${sentence()}${sentence()}`),
    ]),
  ];
}
