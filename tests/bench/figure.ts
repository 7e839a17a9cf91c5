/** One figure of a bench, printed as one JSON line. */
export interface Figure {
  bench: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
}

export function printFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify({ ...figure, value: Number(figure.value.toPrecision(5)) })}\n`);
}

/** Says something to the person at the keyboard, apart from the figures. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
