import { codeList } from '../code-list.ts';

/**
 * The five city clusters that the white book of 2018 names. Which cities belong to them was read in no source: there is no list of
 * members, and no record can be placed in a cluster until one with its source is added.
 */
export const cityCluster = codeList(
  'city_cluster',
  { zh: '城市群', en: 'City cluster' },
  [
    ['pearl_river_delta', '珠三角', 'Pearl River delta'],
    ['yangtze_river_delta', '长三角', 'Yangtze River delta'],
    ['beijing_tianjin_hebei', '京津冀', 'Beijing, Tianjin and Hebei'],
    ['middle_yangtze', '长江中游', 'Middle Yangtze'],
    ['chengdu_chongqing', '成渝', 'Chengdu and Chongqing'],
  ],
  { source: 'names in the white book of 2018; member cities not known' },
);
