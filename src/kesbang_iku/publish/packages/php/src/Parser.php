<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Reads the text of a formula, as "konflik_diselesaikan / konflik * 100", to nested calls.
 *
 * What is no formula is refused with the code of the library's own finding. The words of the
 * language, and those it refuses, come from the library (data/bacaan.php).
 *
 * @internal
 */
final class Parser
{
    private const TOKEN = '~\G(?:(?<space>[ \t\r\n]+)|(?<number>[0-9]++(?:\.[0-9]++)?+)(?![\w.])'
        . '|(?<name>[a-z][a-z0-9_]*+)(?![\w.])'
        . '|(?<sign><=(?!=)|>=(?!=)|!=(?!=)|<(?![=<>])|>(?![=>])|=(?![=<>])|\+(?!=)|-(?![=>])|\*(?![*=])|/(?![/=])'
        . '|[(),]))~u';
    private const CONDITIONS = ['or', 'and', 'not', 'less', 'lessEqual', 'greater', 'greaterEqual', 'equal',
        'notEqual'];

    /** @var array<string, mixed> */
    private readonly array $words;
    /** @var list<array{string, string, int}> kind, text and place; the last is of kind "end" */
    private array $tokens = [];
    private int $at = 0;
    private int $depth = 0;
    private int $rootDegree = 1;

    private function __construct(private readonly string $text)
    {
        $this->words = Data::file('bacaan')['language'];
    }

    /**
     * @return list<mixed>
     * @throws RumusKeliru
     */
    public static function parse(string $text): array
    {
        $parser = new self($text);
        $parser->tokenize();
        if ($parser->tokens[0][0] === 'end') {
            throw $parser->error('FORMULA_EMPTY', 0, '');
        }
        $tree = $parser->expression(0);
        if ($parser->tokens[$parser->at][0] !== 'end') {
            throw $parser->misplaced($parser->tokens[$parser->at]);
        }
        return $tree;
    }

    // ------------------------------------------------------------------------------------ tokens

    private function tokenize(): void
    {
        $limits = $this->words['most'];
        if (preg_match('//u', $this->text) !== 1) {
            throw $this->error('UNEXPECTED_CHARACTER', 0, '');
        }
        if (Text::length($this->text) > $limits['length']) {
            throw $this->error('FORMULA_TOO_LONG', 0, '');
        }
        $parts = $depth = $place = 0;
        while ($place < strlen($this->text)) {
            if (preg_match(self::TOKEN, $this->text, $found, PREG_UNMATCHED_AS_NULL, $place) !== 1) {
                throw $this->refused($place);
            }
            [$start, $text] = [$place, $found[0]];
            $place += strlen($text);
            if ($found['space'] !== null) {
                continue;
            }
            $kind = $this->kind($found, $text);
            $this->tokens[] = [$kind, $text, $start];
            if ($kind === '(' && ++$depth > $limits['depth']) {
                throw $this->error('FORMULA_TOO_DEEP', $start, $text);
            }
            $depth -= $kind === ')' ? 1 : 0;
            if (!in_array($kind, ['(', ')', ','], true) && ++$parts > $limits['nodes']) {
                throw $this->error('FORMULA_TOO_MANY_NODES', $start, $text);
            }
            if ($kind === 'number') {
                $this->refuseNumber($text, $start, $limits['digits']);
            }
        }
        $this->tokens[] = ['end', '', strlen($this->text)];
    }

    /** @param array<int|string, ?string> $found */
    private function kind(array $found, string $text): string
    {
        if ($found['number'] !== null) {
            return 'number';
        }
        if ($found['name'] === null) {
            return in_array($text, ['(', ')', ','], true) ? $text : 'operator';
        }
        if (isset($this->words['operators'][$text]) || $text === 'bukan') {
            return 'operator';
        }
        return isset($this->words['functions'][$text]) ? 'function' : 'name';
    }

    private function refuseNumber(string $text, int $start, int $digits): void
    {
        if (strlen(str_replace('.', '', $text)) > $digits) {
            throw $this->error('TOO_MANY_DIGITS', $start, $text);
        }
        $count = count($this->tokens);
        if ($count < 3) {
            return;
        }
        [[$kind, $left, $place], [$comma, , $between]] = array_slice($this->tokens, $count - 3, 2);
        if ($kind === 'number' && $comma === ',' && $place + strlen($left) === $between && $between + 1 === $start) {
            throw $this->error('DECIMAL_COMMA', $place, "$left,$text");
        }
    }

    /** The error that says best what is wrong from a place on. */
    private function refused(int $start): RumusKeliru
    {
        preg_match('/\G[0-9A-Za-z_]*/', $this->text, $part, 0, $start);
        $behind = $start + strlen($part[0]);
        $next = $this->text[$behind] ?? '';
        if ($behind > $start && $next !== '') {
            $startsDigit = strspn($this->text, '0123456789', $start, 1) === 1;
            $start = ($next === '.' && !$startsDigit) || ord($next) > 127 ? $behind : $start;
        }
        $patterns = [
            'INVISIBLE_CHARACTER' => '[\p{C}\p{Z}\p{Mn}\p{Me}]',
            'ASSIGNMENT' => ':=|[+*/-]=',
            'FOREIGN_OPERATOR' => $this->foreignSigns(),
            'TEXT_NOT_ALLOWED' => '[\'"`“”‘’„«»´]',
            'BRACKETS' => '[\[\]{}⟨⟩]',
            'BAD_NUMBER' => '\.?[0-9][0-9A-Za-z_.]*',
            'ATTRIBUTE_ACCESS' => '\.',
            'BAD_NAME' => '[0-9A-Za-z_]+',
            'LOOKALIKE' => '[\w！-～]',
            'UNEXPECTED_CHARACTER' => '(?s:.)',
        ];
        foreach ($patterns as $kind => $pattern) {
            if (preg_match("~\\G(?:$pattern)~u", $this->text, $found, 0, $start) === 1) {
                return $this->error($kind, $start, $found[0]);
            }
        }
        return $this->error('UNEXPECTED_CHARACTER', $start, '');
    }

    /** A pattern of the operators of other languages, the longest first. */
    private function foreignSigns(): string
    {
        $signs = array_map(strval(...), array_keys($this->words['foreignOperators']));
        usort($signs, static fn (string $a, string $b): int => Text::length($b) <=> Text::length($a));
        return implode('|', array_map(static fn (string $sign): string => preg_quote($sign, '~'), $signs));
    }

    // ----------------------------------------------------------------------------------- grammar

    /**
     * Reads an expression of operators that bind more tightly than `$minimum`.
     *
     * @return list<mixed>
     */
    private function expression(int $minimum): array
    {
        $start = $this->tokens[$this->at];
        $left = $this->operand();
        $compared = false;
        for (;;) {
            $token = $this->tokens[$this->at];
            [$name, $power] = $this->words['operators'][$token[1]] ?? ['', 0];
            if ($power <= $minimum) {
                return $left;
            }
            if (in_array($token[1], $this->words['comparisons'], true)) {
                if ($compared) {
                    throw $this->error('CHAINED_COMPARISON', $token[2], $token[1]);
                }
                $compared = true;
            }
            $this->at++;
            $other = $this->tokens[$this->at];
            $right = $this->expression($power);
            $isConnective = in_array($token[1], $this->words['connectives'], true);
            $this->require($isConnective, $left, $start);
            $this->require($isConnective, $right, $other);
            $left = [$name, $left, $right];
        }
    }

    /** @return list<mixed> */
    private function operand(): array
    {
        $token = $this->tokens[$this->at++];
        [$kind, $text] = $token;
        if ($kind === 'name') {
            return $this->name($token);
        }
        if ($kind === 'number') {
            return ['number', (string) Pecahan::written($text)];
        }
        if ($kind === '(') {
            $inner = $this->nested($token, 0);
            $this->close($token);
            return $inner;
        }
        if ($kind === 'function') {
            return $this->call($token);
        }
        if ($text === '-' || $text === 'bukan') {
            $isNot = $text === 'bukan';
            $inner = $this->tokens[$this->at];
            $operand = $this->nested($token, $this->words['powers'][$isNot ? 'not' : 'negate']);
            $this->require($isNot, $operand, $inner);
            return [$isNot ? 'not' : 'negate', $operand];
        }
        throw $this->noOperand($token);
    }

    /**
     * @param array{string, string, int} $opening
     * @return list<mixed>
     */
    private function nested(array $opening, int $minimum): array
    {
        if (++$this->depth > $this->words['most']['depth']) {
            throw $this->error('FORMULA_TOO_DEEP', $opening[2], $opening[1]);
        }
        $tree = $this->expression($minimum);
        $this->depth--;
        return $tree;
    }

    /** @param array{string, string, int} $opening */
    private function close(array $opening): void
    {
        $token = $this->tokens[$this->at];
        if ($token[0] === 'end') {
            throw $this->error('UNCLOSED_PARENTHESIS', $opening[2], $opening[1]);
        }
        if ($token[0] !== ')') {
            throw $this->misplaced($token);
        }
        $this->at++;
    }

    /**
     * @param array{string, string, int} $token
     * @return list<mixed>
     */
    private function name(array $token): array
    {
        [, $text, $start] = $token;
        $next = $this->tokens[$this->at];
        $isForeign = isset($this->words['elsewhere'][$text]);
        if ($next[0] === '(' && ($next[2] === $start + strlen($text) || $isForeign)) {
            throw $this->error('UNKNOWN_FUNCTION', $start, $text);
        }
        if (isset($this->words['foreignConnectives'][$text])) {
            throw $this->error('FOREIGN_OPERATOR', $start, $text);
        }
        if (in_array($text, $this->words['foreignWords'], true)) {
            throw $this->error('FOREIGN_WORD', $start, $text);
        }
        return ['variable', $text];
    }

    /**
     * @param array{string, string, int} $token
     * @return list<mixed>
     */
    private function call(array $token): array
    {
        $opening = $this->tokens[$this->at++];
        if ($opening[0] !== '(') {
            throw $this->error('RESERVED_WORD', $token[2], $token[1]);
        }
        [$arguments, $places] = [[], []];
        if ($this->tokens[$this->at][0] !== ')') {
            do {
                $places[] = $this->tokens[$this->at];
                $arguments[] = $this->nested($opening, 0);
            } while ($this->tokens[$this->at][0] === ',' && ++$this->at);
        }
        $this->close($opening);
        ['call' => $name, 'takes' => $takes, 'degree' => $degree] = $this->words['functions'][$token[1]];
        $count = count($arguments);
        if ($takes === null ? $count === 0 : $count !== count($takes)) {
            throw $this->error('ARGUMENT_COUNT', $token[2], $token[1]);
        }
        $this->check($takes, $arguments, $places);
        $this->rootDegree *= $degree ?: $count;
        if ($this->rootDegree > Data::limit('rootDegree')) {
            throw $this->error('TOO_MANY_ROOTS', $token[2], $token[1]);
        }
        return match ($name) {
            'previous' => ['previous', $arguments[0][1]],
            'round' => ['round', $arguments[0], (int) $arguments[1][1]],
            default => [$name, ...$arguments],
        };
    }

    /**
     * @param ?list<string> $takes
     * @param list<list<mixed>> $arguments
     * @param list<array{string, string, int}> $places
     */
    private function check(?array $takes, array $arguments, array $places): void
    {
        foreach ($arguments as $at => $argument) {
            $kind = $takes[$at] ?? 'NUMBER';
            [, $text, $start] = $places[$at];
            if ($kind === 'CONDITION') {
                $this->require(true, $argument, $places[$at]);
            } elseif ($kind === 'NAME' && $argument[0] !== 'variable') {
                throw $this->error('PREVIOUS_NEEDS_NAME', $start, $text);
            } elseif ($kind === 'DECIMALS' && !$this->isDecimals($argument)) {
                throw $this->error('ROUND_NEEDS_CONSTANT', $start, $text);
            }
        }
        foreach ($arguments as $at => $argument) {
            if (($takes[$at] ?? 'NUMBER') !== 'CONDITION') {
                $this->require(false, $argument, $places[$at]);
            }
        }
    }

    /** @param list<mixed> $tree */
    private function isDecimals(array $tree): bool
    {
        return $tree[0] === 'number' && preg_match('/^[0-9]{1,2}$/D', $tree[1]) === 1
            && (int) $tree[1] <= $this->words['most']['decimals'];
    }

    // ------------------------------------------------------------------------------------ errors

    /**
     * @param list<mixed> $tree
     * @param array{string, string, int} $token
     */
    private function require(bool $condition, array $tree, array $token): void
    {
        if (in_array($tree[0], self::CONDITIONS, true) !== $condition) {
            throw $this->error($condition ? 'CONDITION_EXPECTED' : 'NUMBER_EXPECTED', $token[2], $token[1]);
        }
    }

    /** @param array{string, string, int} $token */
    private function noOperand(array $token): RumusKeliru
    {
        [$kind, $text, $start] = $token;
        if ($kind === 'end') {
            [$before, $last, $place] = $this->tokens[$this->at - 2];
            return $this->error($before === '(' ? 'UNCLOSED_PARENTHESIS' : 'UNEXPECTED_END', $place, $last);
        }
        $isStray = $kind === ')' && $this->depth === 0;
        return $this->error($isStray ? 'UNMATCHED_CLOSING' : 'UNEXPECTED_TOKEN', $start, $text);
    }

    /** @param array{string, string, int} $token a token behind a value that it cannot follow */
    private function misplaced(array $token): RumusKeliru
    {
        [$kind, $text, $start] = $token;
        $found = match (true) {
            $kind === ')' => 'UNMATCHED_CLOSING',
            $kind === ',' => 'COMMA_OUTSIDE_CALL',
            isset($this->words['foreignOperatorWords'][$text]) => 'FOREIGN_OPERATOR',
            in_array($text, $this->words['foreignWords'], true) => 'FOREIGN_WORD',
            default => 'MISSING_OPERATOR',
        };
        return $this->error($found, $start, $text);
    }

    private function error(string $kind, int $start, string $found): RumusKeliru
    {
        $column = Text::length(substr($this->text, 0, $start)) + 1;
        return new RumusKeliru(Data::file('bacaan')['findings'][$kind]['code'], $column, $found);
    }
}
