import { repositoryRoot, runMain } from '@wavebook/stage';
import { cleanStage } from './clean-stage.ts';

await runMain('clean', () => cleanStage(repositoryRoot()));
