import type { Accounts } from "./accounts.ts";
import type { Draw } from "./draw.ts";
import { percent, wan, type Printing } from "./print.ts";

const REASONS = [
  "人员经费按政策调整增加",
  "落实过紧日子要求，压减一般性支出",
  "年中追加参保扩面专项经费",
  "新增退休人员一次性补助",
  "信息系统升级改造项目本年实施",
  "受疫情影响部分业务延后开展",
  "机构合并后人员划转",
] as const;
const DUTIES = [
  "贯彻执行国家和省、市有关社会保险的法律、法规、规章和政策",
  "负责参保登记、权益记录、个人账户管理和关系转移接续",
  "负责社会保险待遇的审核、支付和领取资格认证工作",
  "编制社会保险基金预算、决算草案，做好基金会计核算和内部控制",
  "承担社会保险稽核和风险防控的具体事务",
  "负责社会保障卡应用和信息化建设",
  "指导所辖各级经办机构开展业务，组织业务培训",
  "承办上级主管部门交办的其他事项",
];

const change = (now: number, before: number): string =>
  `${now >= before ? "增加" : "减少"}${wan(Math.abs(now - before))}万元，${now >= before ? "增长" : "下降"}${percent(Math.abs(now - before), before)}`;

/** Sentences as a word processor keeps them, or cut at a line's end as a PDF leaves them. */
function lines(text: string, printing: Printing): string[] {
  if (!printing.wrapped) return [text];
  return Array.from({ length: Math.ceil(text.length / 42) }, (_, index) => text.slice(index * 42, index * 42 + 42));
}

export function overviewOf(accounts: Accounts, draw: Draw, printing: Printing): string[] {
  const { staff } = accounts;
  return [
    "一、部门职责",
    ...draw.some(DUTIES, draw.whole(5, 8)).flatMap((duty, index) => lines(`${index + 1}.${duty}。`, printing)),
    "二、机构设置",
    ...lines(
      `${accounts.agency}为财政全额拨款事业单位，内设办公室、财务科、征缴科、待遇科、稽核科等${draw.whole(4, 12)}个科室。`,
      printing,
    ),
    "三、人员情况",
    ...lines(
      `核定编制${staff.posts}人，年末在职人员${staff.inService}人，退休人员${staff.retired}人，劳务派遣人员${staff.temporary}人。`,
      printing,
    ),
  ];
}

/** @param isWanted by title; all sections when absent. */
export function narrativeOf(
  accounts: Accounts,
  draw: Draw,
  printing: Printing,
  isWanted: (title: string) => boolean = () => true,
): string[] {
  const { year, basic, project, prior, initial, threePublic: own, staff } = accounts;
  const word = accounts.kind === "final" ? "决算" : "预算";
  const total = basic + project;
  const personnel = accounts.economic.filter(({ code }) => /^30[13]/.test(code));
  const operating = accounts.economic.filter(({ code }) => code.startsWith("302"));
  const sum = (list: readonly { amount: number }[]): number => list.reduce((all, { amount }) => all + amount, 0);
  const vehicle = own.purchase + own.operation;
  const all = own.overseas + vehicle + own.reception;
  const reason = (): string => draw.one([...REASONS] as [string, ...string[]]);
  const names = (list: readonly { name: string }[]): string =>
    list
      .slice(0, 9)
      .map(({ name }) => name)
      .join("、");
  const amount = accounts.kind === "final" ? "支出决算为" : "支出预算为";
  const sections: [string, string[]][] = [
    [
      `收入支出${word}总体情况说明`,
      [
        `${year}年度收、支总计均为${wan(total)}万元。与上年相比，收、支总计各${change(total, prior)}，主要原因是${reason()}。`,
      ],
    ],
    [
      `收入${word}情况说明`,
      [
        `${year}年度收入合计${wan(total)}万元，其中：财政拨款收入${wan(total)}万元，占100.00%；事业收入0.00万元，占0.00%；其他收入0.00万元，占0.00%。`,
      ],
    ],
    [
      `支出${word}情况说明`,
      [
        `${year}年度支出合计${wan(total)}万元，其中：基本支出${wan(basic)}万元，占${percent(basic, total)}；项目支出${wan(project)}万元，占${percent(project, total)}。`,
      ],
    ],
    [
      `财政拨款收入支出${word}总体情况说明`,
      [
        `${year}年度财政拨款收、支总计${wan(total)}万元。与${year - 1}年度相比，${change(total, prior)}。主要是${reason()}。`,
        `${year}年度财政拨款${amount}${wan(total)}万元，年初预算为${wan(initial)}万元，完成年初预算的${percent(total, initial)}。`,
      ],
    ],
    [
      `一般公共预算财政拨款支出${word}情况说明`,
      accounts.lines.map((line, index) => {
        const done = line.basic + line.project;
        const planned = Math.round(done * (0.85 + 0.3 * draw.next()));
        return `${index + 1}.${line.name}（项）。年初预算为${wan(planned)}万元，${amount}${wan(done)}万元，完成年初预算的${percent(done, planned)}。决算数${done >= planned ? "大于" : "小于"}预算数的主要原因是${reason()}。`;
      }),
    ],
    [
      `一般公共预算财政拨款基本支出${word}情况说明`,
      [
        `${year}年度财政拨款基本支出${wan(basic)}万元，其中：人员经费${wan(sum(personnel))}万元，主要包括：${names(personnel)}。`,
        `公用经费${wan(sum(operating))}万元，主要包括：${names(operating)}。`,
      ],
    ],
    [
      `“三公”经费支出${word}情况说明`,
      [
        `“三公”经费${amount}${wan(all)}万元，比上年${change(all, Math.round(all * 1.1) + 1)}。`,
        `因公出国（境）费支出${wan(own.overseas)}万元，占${percent(own.overseas, all)}。全年因公出国（境）团组${own.overseas === 0 ? 0 : 1}个，累计${own.overseas === 0 ? 0 : 3}人次。`,
        `公务用车购置及运行维护费支出${wan(vehicle)}万元，其中：公务用车购置支出${wan(own.purchase)}万元；公务用车运行维护费支出${wan(own.operation)}万元，年末公务用车保有量为${accounts.vehicles}辆。`,
        `公务接待费支出${wan(own.reception)}万元，占${percent(own.reception, all)}。全年国内公务接待${accounts.visits}批次，${accounts.visitors}人次，主要用于${draw.one(["业务交流", "检查调研", "经办业务联审互查"])}。`,
      ],
    ],
    [
      "机关运行经费支出说明",
      [
        `本部门${year}年度机关运行经费支出${wan(sum(operating))}万元，比上年${change(sum(operating), Math.round(sum(operating) * 0.93) + 1)}，主要原因是${reason()}。`,
      ],
    ],
    [
      "政府采购支出说明",
      [
        `本部门${year}年度政府采购支出总额${wan(accounts.procurement)}万元，其中：政府采购货物支出${wan(Math.floor(accounts.procurement / 2))}万元、政府采购服务支出${wan(accounts.procurement - Math.floor(accounts.procurement / 2))}万元。`,
      ],
    ],
    [
      "国有资产占用情况说明",
      [
        `截至${year}年12月31日，本部门共有车辆${accounts.vehicles}辆；单价50万元以上通用设备${draw.whole(0, 3)}台（套），单价100万元以上专用设备0台（套）。在职人员${staff.inService}人。`,
      ],
    ],
    [
      "预算绩效情况说明",
      accounts.projects.map(
        ({ name, budget, executed, score }, index) =>
          `（${index + 1}）${name}项目绩效自评综述：项目全年预算数为${wan(budget)}万元，执行数为${wan(executed)}万元，完成预算的${percent(executed, budget)}。根据年初设定的绩效目标，自评得分为${(score / 10).toFixed(1)}分。主要产出和效果：${reason()}，办理业务${accounts.visitors}件，群众满意度达到${draw.whole(92, 99)}%。`,
      ),
    ],
  ];
  const numerals = [..."一二三四五六七八九十"];
  const wanted = sections.filter(([title]) => isWanted(title));
  return wanted.flatMap(([title, paragraphs], index) => [
    `${index < 10 ? (numerals[index] ?? "") : `十${numerals[index - 10] ?? ""}`}、${title}`,
    ...paragraphs.flatMap((paragraph, at) =>
      lines(
        printing.bullets === "（一）" && paragraphs.length > 1
          ? `（${numerals[at % 10] ?? ""}）${paragraph}`
          : paragraph,
        printing,
      ),
    ),
  ]);
}
