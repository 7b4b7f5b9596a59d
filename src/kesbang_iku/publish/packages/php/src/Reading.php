<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * What a text was read as: a number, a range, a bound, words, or a sign that there is none.
 *
 * @internal
 */
final class Reading
{
    /**
     * @param string $kind `number`, `range`, `bound`, `words`, or `missing`
     * @param string $text the words, or the sign of a bound
     * @param list<Temuan> $findings
     */
    public function __construct(
        public readonly string $kind,
        public readonly ?Pecahan $low = null,
        public readonly ?Pecahan $high = null,
        public readonly string $text = '',
        public readonly ?string $unit = null,
        public array $findings = [],
    ) {
    }

    /** The number of a number or a bound, the lower end of a range. */
    public function number(): Pecahan
    {
        return $this->low ?? throw new \LogicException('no number');
    }

    public function isStrict(): bool
    {
        return $this->text === '<' || $this->text === '>';
    }

    public function rises(): bool
    {
        return str_starts_with($this->text, '>');
    }

    /** A target as answers carry it, numbers with a decimal point. */
    public function goal(): string
    {
        return $this->written(static fn (Pecahan $number): string => Text::plain($number));
    }

    /** A target as people write it. */
    public function shown(): string
    {
        return $this->written(static function (Pecahan $number): string {
            $text = Text::number($number);
            return str_contains($text, '/') ? '≈ ' . Text::localized(Text::published($number, 6)) : $text;
        });
    }

    /** @param \Closure(Pecahan): string $write */
    private function written(\Closure $write): string
    {
        $signs = ['>' => '>', '>=' => '≥', '<' => '<', '<=' => '≤'];
        return match ($this->kind) {
            'words' => $this->text,
            'range' => $write($this->number()) . '–' . $write($this->high ?? $this->number()),
            'bound' => $signs[$this->text] . ' ' . $write($this->number()),
            default => $write($this->number()),
        };
    }
}
