import { crosswalk } from './rows.ts';

/** The eight codes up to 2013. 5 is 中专 (vocational secondary): it is upper secondary, never junior college. */
export const educationEightToEducation = crosswalk('education_eight', 'education', 'verified', [
  ['1', 'no_schooling', 'exact'],
  ['2', 'primary', 'exact'],
  ['3', 'lower_secondary', 'exact'],
  ['4', 'upper_secondary', 'narrower', 'general'],
  ['5', 'upper_secondary', 'narrower', 'vocational (中专)'],
  ['6', 'junior_college', 'exact'],
  ['7', 'bachelor', 'exact'],
  ['8', 'postgraduate', 'exact'],
]);

/** The seven codes from 2014: the same number means another level from 5 on. */
export const educationSevenToEducation = crosswalk('education_seven', 'education', 'verified', [
  ['1', 'no_schooling', 'exact'],
  ['2', 'primary', 'exact'],
  ['3', 'lower_secondary', 'exact'],
  ['4', 'upper_secondary', 'exact'],
  ['5', 'junior_college', 'exact'],
  ['6', 'bachelor', 'exact'],
  ['7', 'postgraduate', 'exact'],
]);

export const educationToIsced = crosswalk('education', 'isced', 'recalled', [
  ['no_schooling', '0', 'narrower'],
  ['primary', '1', 'exact'],
  ['lower_secondary', '2', 'exact'],
  ['upper_secondary', '3', 'exact', 'general and vocational'],
  ['junior_college', '5', 'exact'],
  ['bachelor', '6', 'exact'],
  ['postgraduate', '7', 'broader', 'master’s'],
  ['postgraduate', '8', 'broader', 'doctoral'],
]);
