import { abolishedName } from "./abolished-name.ts";
import { agencyOfTable } from "./agency-of-table.ts";
import { agencyScope } from "./agency-scope.ts";
import { allOnBudget } from "./all-on-budget.ts";
import { annexExecuted } from "./annex-executed.ts";
import { appropriationCarriedIn } from "./appropriation-carried-in.ts";
import { appropriationCodes } from "./appropriation-codes.ts";
import { appropriationExpenditureGrandTotal } from "./appropriation-expenditure-grand-total.ts";
import { appropriationFundColumns } from "./appropriation-fund-columns.ts";
import { appropriationGeneralCodes } from "./appropriation-general-codes.ts";
import { appropriationGeneralTotal } from "./appropriation-general-total.ts";
import { appropriationGrandTotals } from "./appropriation-grand-totals.ts";
import { appropriationIncomeGrandTotal } from "./appropriation-income-grand-total.ts";
import { appropriationIncomeSources } from "./appropriation-income-sources.ts";
import { appropriationTotalRow } from "./appropriation-total-row.ts";
import { basicTableHalves } from "./basic-table-halves.ts";
import { blankAmount } from "./blank-amount.ts";
import { budgetCodesBalance } from "./budget-codes-balance.ts";
import { budgetDirection } from "./budget-direction.ts";
import { budgetRepeated } from "./budget-repeated.ts";
import { carriedOver } from "./carried-over.ts";
import { changeAndLevel } from "./change-and-level.ts";
import { comparisonYear } from "./comparison-year.ts";
import { completionOtherBase } from "./completion-other-base.ts";
import { completionRate } from "./completion-rate.ts";
import { cutOffYear } from "./cut-off-year.ts";
import { damagedYear } from "./damaged-year.ts";
import { directionWord } from "./direction-word.ts";
import { economicCodes } from "./economic-codes.ts";
import { economicWithinThreePublic } from "./economic-within-three-public.ts";
import { evaluatedAmount } from "./evaluated-amount.ts";
import { evaluatedShare } from "./evaluated-share.ts";
import { executionSheetTotal } from "./execution-sheet-total.ts";
import { expenditureBasicHalves } from "./expenditure-basic-halves.ts";
import { expenditureCodes } from "./expenditure-codes.ts";
import { expenditureRow } from "./expenditure-row.ts";
import { expenditureTotalRow } from "./expenditure-total-row.ts";
import { explanationCause } from "./explanation-cause.ts";
import { explanationExceeds } from "./explanation-exceeds.ts";
import { explanationOfChange } from "./explanation-of-change.ts";
import { explanationRepeat } from "./explanation-repeat.ts";
import { fiscalCarriedOut } from "./fiscal-carried-out.ts";
import { fiscalIncome } from "./fiscal-income.ts";
import { generalBudgetBasicHalves } from "./general-budget-basic-halves.ts";
import { generalBudgetCodes } from "./general-budget-codes.ts";
import { generalBudgetIncome } from "./general-budget-income.ts";
import { generalBudgetRow } from "./general-budget-row.ts";
import { generalBudgetTotalRow } from "./general-budget-total-row.ts";
import { generalWithinAll } from "./general-within-all.ts";
import { governmentFundBalance } from "./government-fund-balance.ts";
import { governmentFundCodes } from "./government-fund-codes.ts";
import { governmentFundTotalRow } from "./government-fund-total-row.ts";
import { headcountEstablishment } from "./headcount-establishment.ts";
import { headcountRepeat } from "./headcount-repeat.ts";
import { headcountRetired } from "./headcount-retired.ts";
import { headcountTotal } from "./headcount-total.ts";
import { headingYear } from "./heading-year.ts";
import { incomeCodes } from "./income-codes.ts";
import { incomeRow } from "./income-row.ts";
import { incomeTotalRow } from "./income-total-row.ts";
import { indicatorRepeat } from "./indicator-repeat.ts";
import { indicatorWeights } from "./indicator-weights.ts";
import { missingAgencyOperating } from "./missing-agency-operating.ts";
import { missingBasicProject } from "./missing-basic-project.ts";
import { missingDeclaration } from "./missing-declaration.ts";
import { missingHeadcount } from "./missing-headcount.ts";
import { missingPerformance } from "./missing-performance.ts";
import { missingPersonnelOperating } from "./missing-personnel-operating.ts";
import { missingProcurement } from "./missing-procurement.ts";
import { missingReceptionCounts } from "./missing-reception-counts.ts";
import { missingSpecialEquipment } from "./missing-special-equipment.ts";
import { missingTables } from "./missing-tables.ts";
import { missingThreePublic } from "./missing-three-public.ts";
import { missingTotal } from "./missing-total.ts";
import { missingVehiclesOwned } from "./missing-vehicles-owned.ts";
import { agencyOperatingCodes } from "./agency-operating-codes.ts";
import { columnGroups } from "./column-groups.ts";
import { namedRowsTotal } from "./named-rows-total.ts";
import { namedButZero } from "./named-but-zero.ts";
import { noProjectTold } from "./no-project-told.ts";
import { operatingTables } from "./operating-tables.ts";
import { operatingTotal } from "./operating-total.ts";
import { overseasCost } from "./overseas-cost.ts";
import { personnelTables } from "./personnel-tables.ts";
import { personnelTotal } from "./personnel-total.ts";
import { priorBudgetDenied } from "./prior-budget-denied.ts";
import { priorProjectBudget } from "./prior-project-budget.ts";
import { priorYearImplied } from "./prior-year-implied.ts";
import { procurementMicro } from "./procurement-micro.ts";
import { procurementSme } from "./procurement-sme.ts";
import { projectFunds } from "./project-funds.ts";
import { projectOverspent } from "./project-overspent.ts";
import { projectRepeat } from "./project-repeat.ts";
import { projectToldScore } from "./project-told-score.ts";
import { projectTotalScore } from "./project-total-score.ts";
import { projectsBeyondExpenditure } from "./projects-beyond-expenditure.ts";
import { rateOfZero } from "./rate-of-zero.ts";
import { rateWithoutBase } from "./rate-without-base.ts";
import { receivedNotSpent } from "./received-not-spent.ts";
import { receptionCost } from "./reception-cost.ts";
import { receptionParts } from "./reception-parts.ts";
import { receptionVisitors } from "./reception-visitors.ts";
import { remainderTold } from "./remainder-told.ts";
import { remainderUnbooked } from "./remainder-unbooked.ts";
import { selfScoreTotal } from "./self-score-total.ts";
import { stateCapitalCodes } from "./state-capital-codes.ts";
import { stateCapitalRow } from "./state-capital-row.ts";
import { statedBudgetChange } from "./stated-budget-change.ts";
import { statedBudgetDifference } from "./stated-budget-difference.ts";
import { statedChange } from "./stated-change.ts";
import { statedGrowth } from "./stated-growth.ts";
import { statedShare } from "./stated-share.ts";
import { summaryCodes } from "./summary-codes.ts";
import { summaryByNature } from "./summary-by-nature.ts";
import { summaryExpenditureCodes } from "./summary-expenditure-codes.ts";
import { summaryExpenditureGrandTotal } from "./summary-expenditure-grand-total.ts";
import { summaryExpenditureTotal } from "./summary-expenditure-total.ts";
import { summaryGrandTotals } from "./summary-grand-totals.ts";
import { summaryIncomeGrandTotal } from "./summary-income-grand-total.ts";
import { summaryIncomeItems } from "./summary-income-items.ts";
import { summaryIncomeSources } from "./summary-income-sources.ts";
import { summaryIncomeTotal } from "./summary-income-total.ts";
import { summaryTotalRow } from "./summary-total-row.ts";
import { tableYear } from "./table-year.ts";
import { templateResidue } from "./template-residue.ts";
import { textTableAmount } from "./text-table-amount.ts";
import { textTextAmount } from "./text-text-amount.ts";
import { threePublicAboveBudget } from "./three-public-above-budget.ts";
import { threePublicTotal } from "./three-public-total.ts";
import { threePublicVehicle } from "./three-public-vehicle.ts";
import { toldAssets } from "./told-assets.ts";
import { toldBasic } from "./told-basic.ts";
import { toldChanges } from "./told-changes.ts";
import { toldExpenditure } from "./told-expenditure.ts";
import { toldFixedAssets } from "./told-fixed-assets.ts";
import { toldFunctions } from "./told-functions.ts";
import { toldIncome } from "./told-income.ts";
import { toldProcurement } from "./told-procurement.ts";
import { toldSubparts } from "./told-subparts.ts";
import { toldThreePublic } from "./told-three-public.ts";
import { toldYear } from "./told-year.ts";
import { rowsDisplaced } from "./rows-displaced.ts";
import { unitCost } from "./unit-cost.ts";
import { unitOfTable } from "./unit-of-table.ts";
import { unitTold } from "./unit-told.ts";
import { vehiclesBought } from "./vehicles-bought.ts";
import { vehiclesCost } from "./vehicles-cost.ts";
import { vehiclesWithinAll } from "./vehicles-within-all.ts";
import type { Rule } from "../types.ts";

/** The catalogue, in the order of its file list. */
const CATALOGUE: readonly Rule[] = [
  abolishedName,
  agencyOfTable,
  agencyOperatingCodes,
  agencyScope,
  allOnBudget,
  annexExecuted,
  appropriationCarriedIn,
  appropriationCodes,
  appropriationExpenditureGrandTotal,
  appropriationFundColumns,
  appropriationGeneralCodes,
  appropriationGeneralTotal,
  appropriationGrandTotals,
  appropriationIncomeGrandTotal,
  appropriationIncomeSources,
  appropriationTotalRow,
  basicTableHalves,
  blankAmount,
  budgetCodesBalance,
  budgetDirection,
  budgetRepeated,
  carriedOver,
  changeAndLevel,
  columnGroups,
  comparisonYear,
  completionOtherBase,
  completionRate,
  cutOffYear,
  damagedYear,
  directionWord,
  economicCodes,
  economicWithinThreePublic,
  evaluatedAmount,
  evaluatedShare,
  executionSheetTotal,
  expenditureBasicHalves,
  expenditureCodes,
  expenditureRow,
  expenditureTotalRow,
  explanationCause,
  explanationExceeds,
  explanationOfChange,
  explanationRepeat,
  fiscalCarriedOut,
  fiscalIncome,
  generalBudgetBasicHalves,
  generalBudgetCodes,
  generalBudgetIncome,
  generalBudgetRow,
  generalBudgetTotalRow,
  generalWithinAll,
  rowsDisplaced,
  governmentFundBalance,
  governmentFundCodes,
  governmentFundTotalRow,
  headcountEstablishment,
  headcountRepeat,
  headcountRetired,
  headcountTotal,
  headingYear,
  incomeCodes,
  incomeRow,
  incomeTotalRow,
  indicatorRepeat,
  indicatorWeights,
  missingAgencyOperating,
  missingBasicProject,
  missingDeclaration,
  missingHeadcount,
  missingPerformance,
  missingPersonnelOperating,
  missingProcurement,
  missingReceptionCounts,
  missingSpecialEquipment,
  missingTables,
  missingThreePublic,
  missingTotal,
  missingVehiclesOwned,
  namedButZero,
  namedRowsTotal,
  noProjectTold,
  operatingTables,
  operatingTotal,
  overseasCost,
  personnelTables,
  personnelTotal,
  priorBudgetDenied,
  priorProjectBudget,
  priorYearImplied,
  procurementMicro,
  procurementSme,
  projectFunds,
  projectOverspent,
  projectRepeat,
  projectToldScore,
  projectTotalScore,
  projectsBeyondExpenditure,
  rateOfZero,
  rateWithoutBase,
  receivedNotSpent,
  receptionCost,
  receptionParts,
  receptionVisitors,
  remainderTold,
  remainderUnbooked,
  selfScoreTotal,
  stateCapitalCodes,
  stateCapitalRow,
  statedBudgetChange,
  statedBudgetDifference,
  statedChange,
  statedGrowth,
  statedShare,
  summaryCodes,
  summaryByNature,
  summaryExpenditureCodes,
  summaryExpenditureGrandTotal,
  summaryExpenditureTotal,
  summaryGrandTotals,
  summaryIncomeGrandTotal,
  summaryIncomeItems,
  summaryIncomeSources,
  summaryIncomeTotal,
  summaryTotalRow,
  tableYear,
  templateResidue,
  textTableAmount,
  textTextAmount,
  threePublicAboveBudget,
  threePublicTotal,
  threePublicVehicle,
  toldAssets,
  toldBasic,
  toldChanges,
  toldExpenditure,
  toldFixedAssets,
  toldFunctions,
  toldIncome,
  toldProcurement,
  toldSubparts,
  toldThreePublic,
  toldYear,
  unitCost,
  unitOfTable,
  unitTold,
  vehiclesBought,
  vehiclesCost,
  vehiclesWithinAll,
];

/** All rules with the same fields in the same order: what goes through them meets one form of object. */
export const RULES: readonly Rule[] = CATALOGUE.map(
  ({ id, category, severity, ofPrint = false, holds, inputs, message, check, cases }) => ({
    id,
    category,
    severity,
    ofPrint,
    holds,
    inputs,
    message,
    check,
    cases,
  }),
);
