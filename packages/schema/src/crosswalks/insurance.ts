import { crosswalk } from './rows.ts';

export const schemeToBranch = crosswalk('insurance_scheme', 'social_security_branch', 'recalled', [
  ['insurance_rural_cooperative', 'medical_care', 'narrower'],
  ['insurance_urban_rural_resident', 'medical_care', 'narrower'],
  ['insurance_urban_resident', 'medical_care', 'narrower'],
  ['insurance_urban_employee', 'medical_care', 'narrower'],
  ['insurance_public', 'medical_care', 'narrower'],
  ['pension_insured', 'old_age', 'overlap', 'also pays on invalidity and death'],
  ['work_injury_insured', 'employment_injury', 'exact'],
  ['unemployment_insured', 'unemployment', 'exact'],
  ['maternity_insured', 'maternity', 'exact'],
  ['housing_fund', null, 'none', 'savings for housing; no branch of the convention'],
]);
