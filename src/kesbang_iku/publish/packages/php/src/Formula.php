<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * A formula of the standard, as nested calls: `['divide', ['variable', 'a'], ['variable', 'b']]`.
 *
 * Strict operations need all their operands and look at all of them: what is missing goes before
 * what is undefined. `jika`, `isi`, `dan` and `atau` look at what they need.
 *
 * @internal
 */
final class Formula
{
    /**
     * @param array<string, Exact> $values
     * @param array<string, Exact> $previous the variables of the period before
     */
    private function __construct(private readonly array $values, private readonly array $previous)
    {
    }

    /**
     * @param list<mixed> $tree
     * @param array<string, Exact> $values
     * @param array<string, Exact> $previous the variables of the period before
     */
    public static function evaluate(array $tree, array $values, array $previous = []): Exact|bool|Missing|Undefined
    {
        return (new self($values, $previous))->of($tree);
    }

    /** @param list<mixed> $tree */
    private function of(array $tree): Exact|bool|Missing|Undefined
    {
        switch ($tree[0]) {
            case 'number':
                return Pecahan::constant($tree[1]);
            case 'variable':
                return $this->values[$tree[1]] ?? new Missing([$tree[1]]);
            case 'previous':
                return $this->previous[$tree[1]] ?? new Missing(["sebelumnya($tree[1])"]);
            case 'choose':
                $decided = $this->of($tree[1]);
                return is_bool($decided) ? $this->of($tree[$decided ? 2 : 3]) : $decided;
            case 'fill':
                $found = $this->of($tree[1]);
                return $found instanceof Missing ? $this->of($tree[2]) : $found;
            case 'and':
                return $this->connected(false, $tree[1], $tree[2]);
            case 'or':
                return $this->connected(true, $tree[1], $tree[2]);
            case 'round':
                return $this->strict('round', [$this->of($tree[1])], $tree[2]);
            default:
                $found = [];
                for ($at = 1, $count = count($tree); $at < $count; $at++) {
                    $found[] = $this->of($tree[$at]);
                }
                return $this->strict($tree[0], $found);
        }
    }

    /**
     * `dan` is settled by a false side, `atau` by a true one, whatever the other side is.
     *
     * @param list<mixed> $left
     * @param list<mixed> $right
     */
    private function connected(bool $decisive, array $left, array $right): bool|Missing|Undefined
    {
        $first = $this->of($left);
        if ($first === $decisive) {
            return $decisive;
        }
        $second = $this->of($right);
        return $second === $decisive ? $decisive : self::outcome([$first, $second]) ?? !$decisive;
    }

    /** @param list<Exact|bool|Missing|Undefined> $found */
    private function strict(string $name, array $found, int $decimals = 0): Exact|bool|Missing|Undefined
    {
        foreach ($found as $one) {
            if ($one instanceof Missing || $one instanceof Undefined) {
                return self::outcome($found) ?? $one;
            }
        }
        try {
            return self::operation($name, $found, $decimals);
        } catch (RootLimit) {
            return new Undefined('akar_terlalu_bersusun');
        }
    }

    /**
     * What keeps a strict operation from being computed, if anything does.
     *
     * @param list<Exact|bool|Missing|Undefined> $found
     */
    private static function outcome(array $found): Missing|Undefined|null
    {
        [$names, $undefined] = [[], null];
        foreach ($found as $one) {
            if ($one instanceof Missing) {
                $names += array_fill_keys($one->names, true);
            } elseif ($one instanceof Undefined) {
                $undefined ??= $one;
            }
        }
        return $names === [] ? $undefined : new Missing(array_map(strval(...), array_keys($names)));
    }

    /**
     * @param list<Exact|bool> $of numbers, and a truth for `not`
     * @throws RootLimit
     */
    private static function operation(string $name, array $of, int $decimals): Exact|bool|Undefined
    {
        return match ($name) {
            'add' => Arithmetic::add($of[0], $of[1]),
            'subtract' => Arithmetic::subtract($of[0], $of[1]),
            'multiply' => Arithmetic::multiply($of[0], $of[1]),
            'divide' => $of[1] instanceof Pecahan && $of[1]->isZero()
                ? new Undefined('pembagian_nol')
                : Arithmetic::divide($of[0], $of[1]),
            'less' => Arithmetic::compare($of[0], $of[1]) < 0,
            'lessEqual' => Arithmetic::compare($of[0], $of[1]) <= 0,
            'greater' => Arithmetic::compare($of[0], $of[1]) > 0,
            'greaterEqual' => Arithmetic::compare($of[0], $of[1]) >= 0,
            'equal' => Arithmetic::compare($of[0], $of[1]) === 0,
            'notEqual' => Arithmetic::compare($of[0], $of[1]) !== 0,
            'not' => !$of[0],
            'negate' => $of[0]->negated(),
            'absolute' => $of[0]->sign() < 0 ? $of[0]->negated() : $of[0],
            'sum' => self::folded($of, Arithmetic::add(...)),
            'mean' => Arithmetic::divide(self::folded($of, Arithmetic::add(...)), Pecahan::of(count($of))),
            'min' => self::folded($of, fn (Exact $a, Exact $b) => Arithmetic::compare($b, $a) < 0 ? $b : $a),
            'max' => self::folded($of, fn (Exact $a, Exact $b) => Arithmetic::compare($b, $a) > 0 ? $b : $a),
            'squareRoot' => $of[0]->sign() < 0 ? new Undefined('akar_negatif') : Arithmetic::root($of[0], 2),
            'geometricMean' => self::geometricMean($of),
            'round' => Pecahan::of($of[0]->steps($decimals), 10 ** $decimals),
            default => throw new \LogicException("no operation: $name"),
        };
    }

    /** @param non-empty-list<Exact> $of */
    private static function folded(array $of, \Closure $operation): Exact
    {
        $result = array_shift($of);
        foreach ($of as $one) {
            $result = $operation($result, $one);
        }
        return $result;
    }

    /** @param non-empty-list<Exact> $of */
    private static function geometricMean(array $of): Exact|Undefined
    {
        foreach ($of as $one) {
            if ($one->sign() < 0) {
                return new Undefined('rata_rata_geometrik_negatif');
            }
        }
        return Arithmetic::root(self::folded($of, Arithmetic::multiply(...)), count($of));
    }
}
