import { crosswalk } from './rows.ts';

export const statusToIcse93 = crosswalk('employment_status', 'icse_93', 'recalled', [
  ['employee', '1', 'exact'],
  ['employer', '2', 'exact'],
  ['own_account', '3', 'exact'],
  ['family_worker', '5', 'exact', 'the answer ends with the waves of four classes'],
  ['other', '6', 'narrower'],
]);

/** ICSE-18 by authority needs the contract and the form of the business, which status alone does not give. */
export const statusToIcse18 = crosswalk('employment_status', 'icse_18', 'recalled', [
  ['employee', '41', 'broader', 'with an open-ended contract'],
  ['employee', '42', 'broader', 'with a fixed-term contract of three months or more'],
  ['employee', '43', 'broader', 'without a fixed employer, or for a shorter time'],
  ['employee', '44', 'broader', 'apprentices and interns with pay; no question tells them apart'],
  ['employer', '11', 'broader', 'of a company'],
  ['employer', '12', 'broader', 'of a household business'],
  ['own_account', '21', 'overlap', 'of a company without employees'],
  ['own_account', '22', 'overlap', 'of a household business without employees'],
  ['own_account', '30', 'overlap', 'who depend on one client; no question tells them apart'],
  ['family_worker', '51', 'exact'],
  ['other', null, 'none', 'a rest that cannot be placed'],
]);
