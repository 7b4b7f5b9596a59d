<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * What formulas do with exact numbers, rational or not.
 *
 * @internal
 */
final class Arithmetic
{
    /** @throws RootLimit */
    public static function add(Exact $a, Exact $b): Exact
    {
        if ($a instanceof Pecahan) {
            return $b instanceof Pecahan ? $a->plus($b) : self::add($b, $a);
        }
        assert($a instanceof Root);
        if ($b instanceof Root) {
            return $a->form->plus($b->form)->settled();
        }
        assert($b instanceof Pecahan);
        return new Root(new Form($a->form->offset->plus($b), $a->form->terms));
    }

    /** @throws RootLimit */
    public static function subtract(Exact $a, Exact $b): Exact
    {
        return self::add($a, $b->negated());
    }

    /** @throws RootLimit */
    public static function multiply(Exact $a, Exact $b): Exact
    {
        if ($a instanceof Pecahan) {
            return $b instanceof Pecahan ? $a->times($b) : self::multiply($b, $a);
        }
        assert($a instanceof Root);
        if ($b instanceof Root) {
            return $a->form->times($b->form)->settled();
        }
        assert($b instanceof Pecahan);
        return $b->isZero() ? $b : new Root($a->form->scaled($b));
    }

    /**
     * The divisor is not 0.
     *
     * @throws RootLimit
     */
    public static function divide(Exact $a, Exact $b): Exact
    {
        if ($b instanceof Pecahan) {
            return $a instanceof Pecahan ? $a->over($b) : self::multiply($a, $b->inverse());
        }
        assert($b instanceof Root);
        return self::multiply($a, $b->form->inverse()->limited());
    }

    /** @throws RootLimit */
    public static function compare(Exact $a, Exact $b): int
    {
        if ($a instanceof Pecahan && $b instanceof Pecahan) {
            return $a->compare($b);
        }
        if ($a instanceof Root && $b instanceof Root) {
            if ($a->form->key === $b->form->key) {
                return 0;
            }
            [$low, $high] = $a->form->enclosed(64);
            [$otherLow, $otherHigh] = $b->form->enclosed(64);
            if (Integers::compare($low, $otherHigh) > 0) {
                return 1;
            }
            if (Integers::compare($high, $otherLow) < 0) {
                return -1;
            }
        }
        return self::subtract($a, $b)->sign();
    }

    /**
     * The root of a value that is not negative.
     *
     * @throws RootLimit
     */
    public static function root(Exact $value, int $degree): Exact
    {
        if ($degree === 1 || ($value instanceof Pecahan && $value->isZero())) {
            return $value;
        }
        if ($degree > Data::limit('rootDegree')) {
            throw new RootLimit('degree');
        }
        if ($value instanceof Root) {
            return $value->form->rooted($degree)->limited();
        }
        assert($value instanceof Pecahan);
        $simple = Core::simplest($value, $degree);
        return $simple instanceof Pecahan ? $simple : new Root(Form::single(Pecahan::of(1), $simple));
    }
}
