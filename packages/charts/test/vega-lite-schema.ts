import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

const schema = createRequire(import.meta.url)('vega-lite/vega-lite-schema.json') as object;

/** What the vega-lite JSON schema has against a spec; nothing if it is valid. */
export function schemaErrors(): (spec: object) => string[] {
  const validate = new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
  return (spec) => {
    if (validate(spec)) return [];
    return (validate.errors ?? [])
      .slice(0, 5)
      .map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
