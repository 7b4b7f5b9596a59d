<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * An irrational number, exact: never 0, and never on a half.
 *
 * @internal
 */
final class Root implements Exact
{
    public function __construct(public readonly Form $form)
    {
    }

    public function sign(): int
    {
        return $this->form->sign();
    }

    public function negated(): self
    {
        return new self($this->form->scaled(Pecahan::of(-1)));
    }

    public function steps(int $decimals): int|Large
    {
        $negative = $this->sign() < 0;
        $form = $negative ? $this->negated()->form : $this->form;
        $scaled = $form->scaled(Pecahan::of(Integers::power(10, $decimals)));
        $nearest = (new Form($scaled->offset->plus(Pecahan::of(1, 2)), $scaled->terms))->floor();
        return $negative ? Integers::negated($nearest) : $nearest;
    }

    public function __toString(): string
    {
        return $this->form->text();
    }
}
