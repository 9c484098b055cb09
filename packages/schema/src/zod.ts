/** The package's one door to zod: Node resolves a package anew for every module that imports it, which every root import would pay for. */
export { z } from 'zod';
