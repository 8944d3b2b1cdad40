/** Traditional characters of this field's vocabulary, each followed by its simplified form. */
const PAIRS =
  "門门決决算算總总編编員员職职財财撥拨費费預预結结轉转餘余證证經经營营業业繳缴補补屬属單单務务與与眾众視视護护設设備备購购車车運运維维際际團团組组項项額额減减長长萬万類类級级關关節节環环農农資资債债還还別别標标績绩這这現现實实區区縣县廳厅見见質质詳详發发養养織织濟济專专間间歸归該该負负責责產产錄录釋释說说為为書书對对國国開开應应辦办處处報报東东樂乐體体傳传級级數数會会閩闽勞劳動动險险廣广陽阳陰阴劉刘蘇苏華华臺台灣湾灘滩遼辽寧宁龍龙劃划衛卫婦妇聯联協协稅税務务審审計计統统監监調调領领導导幹干黨党紀纪檢检機机構构黃黄橋桥樹树樓楼廠厂鄉乡鎮镇線线紅红綠绿藍蓝麗丽義义烏乌魯鲁齊齐濱滨淺浅淨净渦涡連连達达遠远邊边過过進进選选還还郵邮鄭郑鄰邻醫医釀酿釐厘鋼钢錢钱鐵铁閱阅陳陈陝陕隊队階阶隨随雙双離离難难電电靜静響响頁页順顺須须頒颁頻频題题顧顾風风飛飞飯饭館馆駐驻驗验驅驱鹽盐點点齡龄個个們们倉仓償偿優优億亿儲储兒儿兩两凍冻剛刚創创劑剂勝胜勵励勢势勳勋匯汇卻却參参叢丛員员問问啟启喪丧嘗尝嚴严圍围園园圓圆圖图場场塊块墊垫壓压壞坏壽寿夠够夢梦奪夺奮奋獎奖妝妆媽妈孫孙學学宮宫寬宽寶宝將将專专尋寻導导屆届層层島岛峽峡崗岗嶺岭幣币帶带幫帮庫库廢废張张強强彈弹彙汇徑径從从復复徵征恆恒惡恶愛爱態态慣惯慶庆憑凭憲宪懷怀戶户戰战戲戏掃扫採采換换損损搶抢攜携擁拥擇择擊击擔担據据擴扩擬拟攝摄攬揽敗败敵敌斷断於于時时晉晋暫暂曆历術术條条來来極极榮荣樣样橫横歐欧歲岁歷历殘残殺杀殼壳毀毁氣气沒没況况溝沟滅灭滿满漁渔漢汉潔洁潤润濕湿無无煙烟熱热燈灯燒烧爐炉爭争爾尔牆墙狀状獨独獲获率率環环療疗瘋疯盜盗盡尽盤盘眾众睜睁確确碼码禮礼禍祸種种稱称穀谷積积穩稳窮穷竊窃競竞筆笔節节範范築筑簡简簽签簿簿籌筹籤签糧粮糾纠約约純纯紙纸細细終终給给統统絕绝絲丝網网緊紧緒绪練练縮缩縱纵繼继續续罰罚罷罢羅罗習习聖圣聞闻聲声聽听肅肃腦脑臨临舉举舊旧艦舰艱艰莊庄葉叶蓋盖藝艺藥药蘭兰號号蟲虫補补裝装裡里製制複复襲袭規规覽览觀观觸触訂订討讨訓训記记訪访許许評评詞词試试話话誠诚認认語语誤误課课調调談谈請请論论諮咨講讲謝谢識识議议讀读變变讓让豐丰負负貢贡貧贫貨货販贩貫贯貸贷貿贸賀贺賃赁資资賠赔賞赏賢贤賣卖賬账質质賴赖贈赠贊赞贏赢趕赶趙赵跡迹踐践蹤踪軍军軌轨軟软載载較较輔辅輕轻輛辆輝辉輪轮輯辑輸输轄辖轉转辭辞農农遞递適适遲迟遷迁遺遗邏逻鄧邓釋释針针鈔钞銀银銷销錄录鎖锁鏡镜鐘钟閉闭閒闲閣阁闊阔隱隐隻只雜杂雞鸡雲云霧雾靈灵韓韩頂顶預预頭头顯显類类顛颠餐餐養养餘余騎骑騙骗髒脏體体鬆松鬥斗鬧闹魚鱼鮮鲜鳥鸟麥麦麵面齒齿";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: PAIRS.length / 2 },
    (_, index) => [PAIRS.charAt(2 * index), PAIRS.charAt(2 * index + 1)] as const,
  ).filter(([traditional, simplified]) => traditional !== simplified),
);
const ANY = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "g");
/** Words that a report in traditional characters cannot do without. */
const SIGNS = /預算|決算|財政|支出總|社會/;

/**
 * The text in simplified characters, one for one, so that lines and spans stay valid; the same
 * string where it is not written in traditional characters.
 */
export function inSimplified(text: string): string {
  return SIGNS.test(text) ? text.replace(ANY, (character) => SIMPLIFIED.get(character) ?? character) : text;
}
