<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * Reads numbers as Indonesians write them, without a guess: "85,23", "1.234.567,89", "≥ 80",
 * "81,69–85,23", "79,51 (2023)", "Rp. 12.463,-". What can be read in two ways is refused.
 *
 * @internal
 */
final class NumberReader
{
    private const MARKS = ['id' => ',', 'en' => '.'];
    private const SPACE = '[\x09-\x0d\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]';
    private const INVISIBLE = '/[\x{ad}\x{200b}\x{200c}\x{200d}\x{2060}\x{feff}]/u';
    private const GROUP_SPACES = '/(?<=[0-9])[\x{a0}\x{2007}\x{2008}\x{2009}\x{202f}\'\x{2019}\x{2bc}](?=[0-9]{3})/u';
    private const ERROR = '~^(?:#(?:n/a|div/0!|ref!|value!|name\?|num!|null!|spill!|calc!)|#{2,})$~iD';
    private const SIMPLE = '/^([0-9]{1,15})(?:([.,])([0-9]{1,2}|[0-9]{4,6}))?$/D';
    private const TOKEN = "/[0-9](?:[0-9.,']*[0-9])?/";
    private const LETTER = '[\p{L}\p{No}\p{Nl}]';
    private const FOREIGN_DIGIT = '/(?![0-9])\p{Nd}|(?<!\p{L})[²³]|(?![²³])\p{No}/u';
    private const MONEY = '(?:Rp\.?|IDR\.?)';
    private const SIGN = '[-+−]';
    private const FOOTNOTE = '\s?(?:[a-z]\)|\*{1,3}\)?)';

    /** @var array<string, string> the patterns that are made of words, made once */
    private static array $patterns = [];

    /** @var list<Temuan> */
    private array $findings = [];

    private function __construct(private readonly string $text, private readonly Field $field)
    {
    }

    /** @throws AngkaKeliru the text is no number, or could be two */
    public static function read(?string $text, Field $field = new Field()): Reading
    {
        if ($text === null || $text === '') {
            return new Reading('missing');
        }
        if (preg_match(self::SIMPLE, $text, $found) === 1) {
            $mark = $found[2] ?? '';
            if ($mark === '' || $field->format === null || $mark === self::MARKS[$field->format]) {
                return new Reading('number', self::fraction($found[1], $found[3] ?? ''));
            }
        }
        if (preg_match('//u', $text) !== 1) {
            throw self::refusal('NUMBER_UNREADABLE', bin2hex($text));
        }
        return self::cleaned($text, $field);
    }

    private static function cleaned(string $text, Field $field): Reading
    {
        $seen = preg_replace([self::INVISIBLE, self::GROUP_SPACES], ['', "'"], $text);
        $text = self::trimmed((string) preg_replace('/' . self::SPACE . '+/u', ' ', (string) $seen));
        $words = Data::file('bacaan')['reader'];
        if (preg_match(self::pattern('dashes'), $text) === 1 || self::isOneOf($text, $words['missing'])) {
            return new Reading('missing');
        }
        if (preg_match(self::ERROR, $text) === 1) {
            throw self::refusal('SPREADSHEET_ERROR', $text);
        }
        $hasDigit = preg_match('/[0-9]/', $text) === 1;
        $hasLetter = preg_match('/' . self::LETTER . '/u', $text) === 1;
        if (Text::length($text) > Data::limit('length')) {
            if (!$hasDigit && $hasLetter) {
                return new Reading('words', text: $text);
            }
            $tooLong = self::digits($text) > intdiv(Data::limit('length'), 2);
            $limit = ['batas' => Data::limit('digits')];
            throw self::refusal($tooLong ? 'NUMBER_TOO_LONG' : 'WORDS_WITH_NUMBER', $text, $limit);
        }
        if (preg_match(self::FOREIGN_DIGIT, $text) === 1) {
            throw self::refusal('NUMBER_FOREIGN_DIGITS', $text);
        }
        if (!$hasDigit) {
            return $hasLetter
                ? new Reading('words', text: $text)
                : throw self::refusal('NUMBER_UNREADABLE', $text);
        }
        $reader = new self($text, $field);
        $reading = $reader->outcome();
        $reading->findings = $reader->findings;
        return $reading;
    }

    private function outcome(): Reading
    {
        if (preg_match('/[0-9][eE][-+]?[0-9]/', $this->text) === 1) {
            throw $this->refused('NUMBER_EXPONENT');
        }
        $before = (string) preg_replace('/' . self::SPACE . '*\((?:19|20)[0-9]{2}\)$/uD', '', $this->text);
        $body = preg_match('/[0-9]/', $before) === 1 ? $before : $this->text;
        preg_match_all(self::TOKEN, $body, $found, PREG_OFFSET_CAPTURE);
        foreach ($found[0] as [$token]) {
            if (self::digits($token) > Data::limit('digits')) {
                throw $this->refused('NUMBER_TOO_LONG', ['batas' => Data::limit('digits')]);
            }
        }
        return count($found[0]) === 1 ? $this->single($body, $found[0][0]) : $this->range($body, $found[0]);
    }

    /** @param array{string, int} $token */
    private function single(string $body, array $token): Reading
    {
        [$digits, $start] = $token;
        $head = $this->head(substr($body, 0, $start), $body);
        [$tail, $after] = $this->tail(substr($body, $start + strlen($digits)));
        $money = ($head['money'] ?? $tail['cents']) !== null;
        [$value] = $this->settle([$digits], [self::isNegative($head)], $money);
        $this->refuseCents([$value], $tail);
        $operator = $head['operator'];
        $written = null;
        if ($operator !== null) {
            $plain = (string) preg_replace('/' . self::SPACE . '+/u', ' ', strtolower($operator));
            $written = Data::file('bacaan')['reader']['operators'][$plain];
        }
        [$unit, $behind] = $this->unit($head, $tail, $after);
        if ($behind !== null && $written !== null) {
            throw $this->refused('WORDS_WITH_NUMBER');
        }
        $relation = $written ?? $behind;
        if ($relation !== null) {
            return new Reading('bound', $value, text: $relation, unit: $unit);
        }
        if ($head['label'] !== null) {
            throw $this->refused('WORDS_WITH_NUMBER');
        }
        return new Reading('number', $value, unit: $unit);
    }

    /** @param list<array{string, int}> $tokens */
    private function range(string $body, array $tokens): Reading
    {
        $gaps = [];
        foreach (array_slice($tokens, 1) as $at => [, $start]) {
            $end = $tokens[$at][1] + strlen($tokens[$at][0]);
            $gaps[] = substr($body, $end, $start - $end);
        }
        if (count($tokens) !== 2 || preg_match(self::pattern('between'), $gaps[0], $joint, PREG_UNMATCHED_AS_NULL) !== 1) {
            $worded = array_filter($gaps, fn (string $gap) => preg_match('/' . self::LETTER . '/u', $gap) === 1);
            throw $this->refused($worded !== [] ? 'WORDS_WITH_NUMBER' : 'NUMBER_SEVERAL');
        }
        [[$one, $start], [$two, $second]] = $tokens;
        $head = $this->head(substr($body, 0, $start), $body);
        if ($head['operator'] !== null || $head['label'] !== null) {
            throw $this->refused('NUMBER_SEVERAL');
        }
        [$tail, $after] = $this->tail(substr($body, $second + strlen($two)));
        $money = ($head['money'] ?? $joint['money'] ?? $tail['cents'] ?? $joint['cents']) !== null;
        $negative = [self::isNegative($head), in_array($joint['sign'], ['-', '−'], true)];
        [$low, $high] = $this->settle([$one, $two], $negative, $money);
        $this->refuseCents([$low, $high], $tail);
        [$unit, $behind] = $this->unit($head, $tail, $after);
        $first = $joint['unit'];
        if ($first !== null) {
            $this->refuseMagnitude($first);
        }
        $differs = $unit !== null && $first !== null && !Text::same($unit, $first);
        if ($behind !== null || $differs) {
            throw $this->refused('WORDS_WITH_NUMBER');
        }
        if ($low->compare($high) > 0) {
            throw $this->refused('RANGE_FALLING');
        }
        return new Reading('range', $low, $high, unit: $unit ?? $first);
    }

    /** @return array<int|string, ?string> */
    private function head(string $before, string $body): array
    {
        if (preg_match(self::pattern('head'), $before, $head, PREG_UNMATCHED_AS_NULL) !== 1) {
            if (self::trimmed($before) !== '' && preg_match(self::pattern('dashes'), $before) === 1) {
                throw $this->refused('RANGE_OPEN');
            }
            throw $this->refused($this->unreadable($body));
        }
        if ($head['sign'] !== null && $head['inner'] !== null) {
            throw $this->refused('NUMBER_UNREADABLE');
        }
        // "- 4,50" is a bullet, or the end of a range torn from its start, as often as a minus.
        $isTorn = $head['inner'] !== null || ($head['sign'] !== null && $head['money'] === null);
        if (str_ends_with($before, ' ') && $isTorn) {
            throw $this->refused('RANGE_OPEN');
        }
        return $head;
    }

    /**
     * The parts behind the number, and the words among them.
     *
     * @return array{array<int|string, ?string>, string}
     */
    private function tail(string $rest): array
    {
        if (preg_match(self::pattern('open'), $rest) === 1) {
            throw $this->refused('RANGE_OPEN');
        }
        if (preg_match(self::pattern('tail'), $rest, $tail, PREG_UNMATCHED_AS_NULL) !== 1) {
            throw $this->refused($this->unreadable($rest));
        }
        if ($tail['footnote'] !== null && $tail['late'] !== null) {
            throw $this->refused('NUMBER_UNREADABLE');
        }
        $after = self::trimmed($tail['unit'] ?? '');
        if (preg_match(self::pattern('ending'), $after) === 1) {
            throw $this->refused('RANGE_OPEN');
        }
        return [$tail, $after];
    }

    /**
     * The unit text, and the bound that words behind a number make of it.
     *
     * @param array<int|string, ?string> $head
     * @param array<int|string, ?string> $tail
     * @return array{?string, ?string}
     */
    private function unit(array $head, array $tail, string $after): array
    {
        $words = Data::file('bacaan')['reader'];
        $behind = $words['behind'][strtolower($after)] ?? null;
        if ($behind === null && $after !== '') {
            $this->refuseMagnitude($after);
            $first = (string) strtok(strtolower($after), " \t./,-");
            if (in_array($first, $words['notUnits'], true)) {
                throw $this->refused('WORDS_WITH_NUMBER');
            }
        }
        $parts = [
            $head['money'] !== null ? 'Rp' : '',
            $tail['percent'] !== null ? '%' : '',
            $behind === null ? $after : '',
        ];
        $unit = implode(' ', array_filter($parts, static fn (string $part): bool => $part !== ''));
        return [$unit === '' ? null : $unit, $behind];
    }

    private function refuseMagnitude(string $text): void
    {
        $word = (string) preg_split('~[\s./,]~u', $text)[0];
        if (self::isOneOf($word, Data::file('bacaan')['reader']['magnitudes'])) {
            throw $this->refused('NUMBER_MAGNITUDE', ['kata' => $word]);
        }
    }

    /**
     * ",-" says that there are no cents; a number with decimals before it contradicts itself.
     *
     * @param list<Pecahan> $values
     * @param array<int|string, ?string> $tail
     */
    private function refuseCents(array $values, array $tail): void
    {
        foreach ($tail['cents'] === null ? [] : $values as $value) {
            if (!$value->isWhole()) {
                throw $this->refused('NUMBER_GROUPING');
            }
        }
    }

    // ---------------------------------------------------------------------------------- notation

    /**
     * The values of tokens in the one reading that holds.
     *
     * @param list<string> $tokens
     * @param list<bool> $negative
     * @return list<Pecahan>
     */
    private function settle(array $tokens, array $negative, bool $money): array
    {
        $choices = array_map(self::candidates(...), $tokens);
        if (in_array([], $choices, true)) {
            throw $this->refused('NUMBER_GROUPING');
        }
        $found = [];
        foreach (array_keys(self::MARKS) as $format) {
            $values = [];
            foreach ($choices as $at => $options) {
                $value = $options[$format] ?? $options[''] ?? null;
                $values[] = $value !== null && $negative[$at] ? $value->negated() : $value;
            }
            if (!in_array(null, $values, true)) {
                $found[$format] = $values;
            }
        }
        if ($found === []) {
            throw $this->refused('NUMBER_MIXED');
        }
        $declared = $this->field->format;
        if ($declared !== null) {
            return $found[$declared] ?? throw $this->refused(
                'NUMBER_OTHER_FORMAT',
                ['format' => $declared, 'tanda' => self::MARKS[$declared]],
            );
        }
        [$one, $two] = [reset($found), end($found)];
        if (array_map(strval(...), $one) === array_map(strval(...), $two)) {
            return $one;
        }
        [$decimals, $thousands] = self::size($one)->compare(self::size($two)) < 0 ? [$one, $two] : [$two, $one];
        // Rupiah has no thousandths, so the mark can only part thousands.
        return $money ? $thousands : $this->byBounds($thousands, $decimals);
    }

    /** @param list<Pecahan> $values */
    private static function size(array $values): Pecahan
    {
        $size = Pecahan::of(0);
        foreach ($values as $value) {
            $size = $size->plus($value->absolute());
        }
        return $size;
    }

    /**
     * @param list<Pecahan> $thousands
     * @param list<Pecahan> $decimals
     * @return list<Pecahan>
     */
    private function byBounds(array $thousands, array $decimals): array
    {
        $isFitting = fn (array $values): bool => !in_array(false, array_map($this->field->fits(...), $values), true);
        [$asThousands, $asDecimals] = [$isFitting($thousands), $isFitting($decimals)];
        $names = ['ribuan' => self::spelled($thousands), 'desimal' => self::spelled($decimals)];
        if (!$asThousands && !$asDecimals) {
            throw $this->refused('NUMBER_FITS_NEITHER', ['batas' => $this->field->bounds()] + $names);
        }
        if ($asThousands && $asDecimals) {
            $written = ['tulis_ribuan' => self::spelled($thousands), 'tulis_desimal' => self::spelled($decimals, '0')];
            throw $this->refused('NUMBER_AMBIGUOUS', $written + $names);
        }
        [$chosen, $passed] = $asThousands ? [$thousands, $decimals] : [$decimals, $thousands];
        $this->findings[] = Temuan::tentang('NUMBER_SETTLED', [
            'nilai' => $this->text,
            'terbaca' => self::spelled($chosen),
            'lain' => self::spelled($passed),
            'tulis' => self::spelled($chosen, '0'),
        ]);
        return $chosen;
    }

    /**
     * What digits and marks can mean, by format; under "" where they show none.
     *
     * @return array<string, Pecahan>
     */
    private static function candidates(string $token): array
    {
        $marks = (string) preg_replace('/[0-9]/', '', $token);
        if ($marks === '') {
            return ['' => self::fraction($token, '')];
        }
        $last = $marks[strlen($marks) - 1];
        $split = (int) strrpos($token, $last);
        [$before, $decimals] = [substr($token, 0, $split), substr($token, $split + 1)];
        [$decimal, $grouped] = $last === ',' ? ['id', 'en'] : ['en', 'id'];
        $whole = self::isGrouped($token, $last) ? self::fraction(str_replace($last, '', $token), '') : null;
        if ($last === "'") {
            return $whole === null ? [] : ['' => $whole];
        }
        if (strlen($marks) === 1) {
            $found = [$decimal => self::fraction($before, $decimals)];
            return $whole === null ? $found : $found + [$grouped => $whole];
        }
        if (trim($marks, $last) === '') {
            return $whole === null ? [] : [$grouped => $whole];
        }
        $group = $marks[0];
        if (trim(substr($marks, 0, -1), $group) !== '' || !self::isGrouped($before, $group)) {
            return [];
        }
        return [$decimal => self::fraction(str_replace($group, '', $before), $decimals)];
    }

    private static function isGrouped(string $text, string $mark): bool
    {
        return preg_match('/^[1-9][0-9]{0,2}(?:' . preg_quote($mark, '/') . '[0-9]{3})+$/D', $text) === 1;
    }

    private static function fraction(string $digits, string $decimals): Pecahan
    {
        $places = strlen($decimals);
        return Pecahan::of(Integers::of($digits . $decimals), Integers::power(10, $places));
    }

    /**
     * Values without marks of thousands; an `$extra` decimal makes them read one way only.
     *
     * @param list<Pecahan> $values
     */
    private static function spelled(array $values, string $extra = ''): string
    {
        $texts = array_map(static function (Pecahan $value) use ($extra): string {
            $text = Text::plain($value, ',');
            return strlen(explode(',', "$text,")[1]) === 3 ? $text . $extra : $text;
        }, $values);
        return implode(' - ', $texts);
    }

    // ------------------------------------------------------------------------------------- words

    /** @param array<int|string, ?string> $head */
    private static function isNegative(array $head): bool
    {
        return in_array($head['sign'] ?? $head['inner'], ['-', '−'], true);
    }

    /** @param list<string> $words */
    private static function isOneOf(string $text, array $words): bool
    {
        return in_array(strtolower($text), $words, true);
    }

    private static function digits(string $text): int
    {
        return (int) preg_match_all('/[0-9]/', $text);
    }

    private static function trimmed(string $text): string
    {
        $space = self::SPACE;
        return (string) preg_replace("/^$space+|$space+$/uD", '', $text);
    }

    private static function pattern(string $name): string
    {
        return self::$patterns[$name] ??= self::made($name);
    }

    private static function made(string $name): string
    {
        $words = Data::file('bacaan')['reader'];
        $dash = '[' . str_replace('-', '\\-', $words['dashes']) . ']';
        $operators = array_map('strval', array_keys($words['operators']));
        usort($operators, static fn (string $a, string $b): int => Text::length($b) <=> Text::length($a));
        $operator = implode('|', array_map(static fn (string $one): string => preg_quote($one, '~'), $operators));
        [$money, $sign, $letter, $footnote] = [self::MONEY, self::SIGN, self::LETTER, self::FOOTNOTE];
        $source = match ($name) {
            'dashes' => str_replace(']', ' ]', $dash) . '*',
            'ending' => ".*$dash",
            'open' => "\\s*%?\\s*$dash\\s*",
            'head' => "(?:(?<label>skor|nilai|indeks|angka)\\s*)?(?<operator>$operator)?\\s*(?<sign>$sign)?\\s*"
                . "(?<money>$money)?\\s*(?<inner>$sign)?\\s*",
            'between' => "(?<cents>[.,][-–—]{1,2}(?=\\s))?\\s*(?<unit>%|$letter{2,20})?(?:$footnote)?\\s*"
                . "(?:$dash|s\\.?\\s?[/.]?\\s?d\\.?|sampai(?: dengan)?|hingga)\\s*(?<sign>$sign)?\\s*(?<money>$money)?\\s*",
            default => "(?<cents>[.,][-–—]{1,2}|,=)?\\s*(?<percent>%)?(?<footnote>$footnote)?\\s*"
                . "(?<unit>{$letter}[^\\p{Nd}()<>=≥≤+]*(?:\\([^\\p{Nd}()]*\\))?)?(?<late>$footnote)?",
        };
        $flags = $name === 'tail' ? 'usD' : 'iusD';
        return '~^(?:' . str_replace('\\s', self::SPACE, $source) . ")$~$flags";
    }

    private function unreadable(string $around): string
    {
        $worded = preg_match('/' . self::LETTER . '/u', $around) === 1;
        return $worded ? 'WORDS_WITH_NUMBER' : 'NUMBER_UNREADABLE';
    }

    /** @param array<string, string|int> $facts */
    private function refused(string $name, array $facts = []): AngkaKeliru
    {
        return self::refusal($name, $this->text, $facts);
    }

    /** @param array<string, string|int> $facts */
    private static function refusal(string $name, string $text, array $facts = []): AngkaKeliru
    {
        $limit = Data::limit('shown');
        $shown = $text;
        if (Text::length($text) > $limit) {
            preg_match('/^.{' . ($limit - 1) . '}/su', $text, $start);
            $shown = ($start[0] ?? '') . '…';
        }
        return AngkaKeliru::ditemukan(Temuan::tentang($name, ['nilai' => $shown] + $facts));
    }
}
