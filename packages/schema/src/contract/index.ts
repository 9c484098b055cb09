export { type CompareOptions, compareContracts } from './compare-contracts.ts';
export { Contract, type ContractVariable } from './contract.ts';
export { type Bump, type ContractChange, isEnough, requiredBump } from './contract-change.ts';
export { currentContract } from './current-contract.ts';
export { type ContractSource, describeContract } from './describe-contract.ts';
export { type Rename, renames, withCurrentNames } from './rename.ts';
