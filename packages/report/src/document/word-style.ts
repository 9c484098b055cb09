import {
  type IDocumentDefaultsOptions,
  type IFontAttributesProperties,
  type IStylesOptions,
  LineRuleType,
} from 'docx';

/** Body text: Times and SimSun; headings, captions and tables: Arial and SimHei, as Chinese reports set them. */
const bodyFont: IFontAttributesProperties = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
};
export const headFont: IFontAttributesProperties = {
  ascii: 'Arial',
  hAnsi: 'Arial',
  cs: 'Arial',
  eastAsia: 'SimHei',
};

export const ink = '1D2733';
export const brand = '12436D';
export const quiet = '55606E';

const heading = (size: number, before: number) => ({
  run: { font: headFont, size, bold: true, color: brand },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});

const document: IDocumentDefaultsOptions = {
  run: { font: bodyFont, size: 21, color: ink },
  paragraph: { spacing: { line: 312, lineRule: LineRuleType.AUTO, after: 100 } },
};

/** The styles of the book in Word, by the names that Word gives them. */
export const wordStyles: IStylesOptions = {
  default: {
    document,
    title: {
      run: { font: headFont, size: 52, bold: true, color: brand },
      paragraph: { spacing: { before: 2400, after: 240 } },
    },
    heading1: heading(36, 240),
    heading2: heading(26, 320),
    heading3: heading(22, 240),
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { font: headFont, size: 19, bold: true, color: brand },
      paragraph: {
        spacing: { before: 240, after: 80, line: 264, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font: headFont, size: 16 },
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 17, color: quiet },
      paragraph: { spacing: { before: 60, after: 160, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Lead',
      name: 'Lead',
      basedOn: 'Normal',
      run: { size: 23, color: quiet },
      paragraph: { spacing: { after: 200, line: 336, lineRule: LineRuleType.AUTO } },
    },
  ],
};
