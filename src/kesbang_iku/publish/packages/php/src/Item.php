<?php

declare(strict_types=1);

namespace KesbangIku;

/**
 * One item being computed: what is known of it, filled in step by step.
 *
 * What is refused goes before what is missing, and that before what is undefined.
 *
 * @internal
 */
final class Item
{
    private string $status = 'lengkap';
    private ?string $origin = null;
    private ?Exact $exact = null;
    private ?string $published = null;
    private ?string $reason = null;
    /** @var list<string> */
    private array $missing = [];
    /** @var array<string, Pecahan> */
    private array $values = [];
    /** @var array<string, Pecahan> */
    private array $previous = [];
    /** @var ?array<string, mixed> the scale of the value at the level of government */
    private readonly ?array $scale;
    /** @var ?array<string, mixed> the class that stands in the place of the value */
    private ?array $stated = null;
    /** What the item was made of, if it is a year made of its parts. */
    private ?Year $made = null;
    private ?Capaian $achieved = null;
    private ?Reading $goal = null;
    private ?bool $reached = null;

    /**
     * @param array<string, mixed> $definition
     * @param list<Temuan> $findings what is said already
     */
    public function __construct(
        private readonly array $definition,
        private readonly ?string $region,
        private readonly ?string $level,
        private readonly ?int $year,
        private readonly string $period,
        private readonly ?string $format,
        private array $findings,
    ) {
        $names = $definition['kategori'];
        $name = $names[$level ?? ''] ?? $names[''] ?? null;
        $this->scale = $name === null ? null : Katalog::skala($name);
    }

    /**
     * @param array<string, int|float|string|Pecahan|null> $variables
     * @param array<string, int|float|string|Pecahan|null> $previous
     */
    public function compute(
        array $variables,
        array $previous,
        int|float|string|Pecahan|null $printed,
        int|float|string|Pecahan|null $target,
        ?Year $year = null,
    ): Hasil {
        $this->made = $year;
        if ($this->doesNotApply()) {
            return $this->result();
        }
        $isPossible = $this->readAll($variables, $this->values);
        $isPossible = $this->readAll($previous, $this->previous) && $isPossible;
        if (!$isPossible || $this->breaksRule()) {
            $this->status = 'ditolak';
        } elseif ($variables === [] && $printed !== null) {
            $this->takePrinted($printed);
        } else {
            $this->evaluate($variables);
        }
        if ($this->exact !== null) {
            $this->publish($this->exact);
        }
        if ($target !== null && $target !== '') {
            $this->score($target);
        }
        if ($year !== null && $year->numbers === []) {
            $rest = array_filter($this->findings, static fn (Temuan $one): bool => $one->kode !== 'IKU401');
            $this->findings = [$year->finding($this->region, $this->year), ...$rest];
            $this->reason = $this->findings[0]->pesan;
        }
        array_push($this->findings, ...($year?->findings ?? []));
        return $this->result();
    }

    private function doesNotApply(): bool
    {
        ['mulai' => $from, 'selesai' => $until] = $this->definition['berlaku'];
        $facts = ['kode' => $this->definition['kode']];
        $isOfOtherYears = $this->year !== null
            && (($from !== null && $this->year < $from) || ($until !== null && $this->year > $until));
        if ($isOfOtherYears) {
            $facts += ['versi' => $this->definition['versi'], 'masa' => $this->definition['masa'], 'tahun' => (int) $this->year];
            $why = Temuan::tentang('VERSION_OF_OTHER_YEARS', $facts);
        } elseif ($this->level !== null && !in_array($this->level, $this->definition['ada'], true)) {
            $facts += ['tingkat' => $this->level, 'ada' => $this->definition['diestimasi']];
            $why = Temuan::tentang('NOT_ESTIMATED', $facts);
        } else {
            return false;
        }
        $this->status = 'tidak_berlaku';
        $this->findings[] = $why;
        $this->reason = $why->pesan;
        return true;
    }

    // ----------------------------------------------------------------------------------- reading

    /**
     * @param array<string, int|float|string|Pecahan|null> $written
     * @param array<string, Pecahan> $values
     * @return bool whether all numbers are possible
     */
    private function readAll(array $written, array &$values): bool
    {
        $variables = array_column($this->definition['variabel'], null, 'nama');
        $isPossible = true;
        foreach ($written as $name => $number) {
            $variable = $variables[$name] ?? throw $this->unknown((string) $name, array_keys($variables));
            if (is_bool($number) || is_array($number) || (is_object($number) && !$number instanceof Pecahan)) {
                throw AngkaKeliru::bukan((string) $name, get_debug_type($number));
            }
            $reading = $this->readVariable($number, $variable);
            if ($reading === null) {
                $isPossible = false;
            } elseif ($reading->kind !== 'missing') {
                $impossible = self::impossible($reading->number(), $variable);
                if ($impossible === null) {
                    $values[$name] = $reading->number();
                } else {
                    $this->findings[] = $impossible;
                    $isPossible = false;
                }
            }
        }
        return $isPossible;
    }

    /**
     * @param array<string, mixed> $variable
     * @return ?Reading a number or none; null where what is written is refused
     */
    private function readVariable(int|float|string|Pecahan|null $number, array $variable): ?Reading
    {
        if (is_int($number)) {
            return new Reading('number', Pecahan::of($number));
        }
        $field = $this->field($variable['minimum'], $variable['maksimum'], $variable['bulat']);
        return $this->readOne($number, $field, $variable['nama'], $variable['satuan'], $variable['label']);
    }

    /** A number, or that there is none; null where what is written is refused, which then is noted. */
    private function readOne(
        int|float|string|Pecahan|null $number,
        Field $field,
        string $name,
        string $unit,
        string $label = '',
    ): ?Reading {
        $reading = $this->read($number, $field);
        if ($reading === null || $reading->kind === 'missing') {
            return $reading;
        }
        if ($reading->kind === 'number') {
            return $this->isUnit($reading, $unit, $name, $label) ? $reading : null;
        }
        $forms = ['range' => 'rentang', 'bound' => 'batas', 'words' => 'kata'];
        $this->findings[] = Temuan::tentang('UNREADABLE_VALUE', ['nama' => $name, 'bentuk' => $forms[$reading->kind]]);
        return null;
    }

    private function field(?string $minimum, ?string $maximum, bool $whole): Field
    {
        return new Field(
            $this->format,
            $minimum === null ? null : Pecahan::constant($minimum),
            $maximum === null ? null : Pecahan::constant($maximum),
            $whole,
        );
    }

    /** What is written; null where it cannot be read, which then is noted. */
    private function read(int|float|string|Pecahan|null $number, Field $field): ?Reading
    {
        if ($number instanceof Pecahan) {
            return new Reading('number', $number);
        }
        $text = Text::written($number);
        if ($text !== null && !is_string($number)) {
            return new Reading('number', Pecahan::written($text));
        }
        try {
            $reading = NumberReader::read($text, $field);
        } catch (AngkaKeliru $wrong) {
            $this->findings[] = $wrong->temuan ?? throw $wrong;
            return null;
        }
        array_push($this->findings, ...$reading->findings);
        return $reading;
    }

    /** Whether a unit behind a number leaves it what it is; what is wrong with it is noted. */
    private function isUnit(Reading $reading, string $unit, string $name, string $label): bool
    {
        $found = self::unitFinding($reading->unit, $unit, $name, $label);
        array_push($this->findings, ...($found === null ? [] : [$found]));
        return $found === null || !$found->menolak();
    }

    private static function unitFinding(?string $written, string $expected, string $name, string $label): ?Temuan
    {
        ['spellings' => $spellings, 'known' => $known] = Data::file('bacaan')['units'];
        $wanted = $known[$expected] ?? null;
        if ($written === null || $wanted === null) {
            return null;
        }
        $spelled = rtrim((string) preg_replace('/\\s/u', '', strtolower($written)), '.');
        $named = $spellings[$spelled] ?? '';
        $isInLabel = in_array(strtolower($written), preg_split('/\\s+/u', strtolower($label)) ?: [], true);
        if ($named === $expected || $isInLabel) {
            return null;
        }
        $facts = ['nama' => $name, 'tertulis' => $written, 'satuan' => $wanted['label']];
        if (!isset($known[$named])) {
            return Temuan::tentang('UNIT_UNKNOWN', $facts);
        }
        return Temuan::tentang(in_array($named, $wanted['fit'], true) ? 'UNIT_OTHER' : 'UNIT_OTHER_KIND', $facts);
    }

    /** @param array<string, mixed> $variable */
    private static function impossible(Pecahan $value, array $variable): ?Temuan
    {
        $facts = ['nama' => $variable['nama'], 'nilai' => $value];
        [$minimum, $maximum] = [$variable['minimum'], $variable['maksimum']];
        if ($minimum !== null && $value->compare(Pecahan::constant($minimum)) < 0) {
            return Temuan::tentang('BELOW_MINIMUM', $facts + ['batas' => Pecahan::constant($minimum)]);
        }
        if ($maximum !== null && $value->compare(Pecahan::constant($maximum)) > 0) {
            return Temuan::tentang('ABOVE_MAXIMUM', $facts + ['batas' => Pecahan::constant($maximum)]);
        }
        return $variable['bulat'] && !$value->isWhole() ? Temuan::tentang('NOT_WHOLE', $facts) : null;
    }

    /** @param list<string> $known */
    private function unknown(string $name, array $known): VariabelTidakDikenal
    {
        $hint = Katalog::nearest($name, $known);
        return VariabelTidakDikenal::dari($this->definition['kode'], $name, implode(', ', $known), $hint);
    }

    // ------------------------------------------------------------------------------------- value

    private function breaksRule(): bool
    {
        $isBroken = false;
        foreach ($this->definition['aturan'] as $rule) {
            if (Formula::evaluate($rule['jika'], $this->values, $this->previous) !== false) {
                continue;
            }
            $isBroken = true;
            $numbers = [];
            foreach ($this->values as $name => $value) {
                $numbers[] = "$name = " . Text::number($value);
            }
            foreach ($this->previous as $name => $value) {
                $numbers[] = "sebelumnya($name) = " . Text::number($value);
            }
            $facts = ['pesan' => $rule['pesan'], 'ekspresi' => $rule['ekspresi'], 'angka' => implode(', ', $numbers)];
            $this->findings[] = Temuan::tentang('RULE_BROKEN', $facts);
        }
        return $isBroken;
    }

    private function takePrinted(int|float|string|Pecahan $printed): void
    {
        $definition = $this->definition;
        if (is_string($printed)) {
            // A class is no value, but enough to say whether a target that is a class was reached.
            $this->stated = $this->classNamed(trim((string) preg_replace('/\s+/u', ' ', $printed)));
        }
        if ($this->stated !== null) {
            $this->status = 'belum_lengkap';
            return;
        }
        $field = $this->field($definition['rentang']['min'], $definition['rentang']['maks'], $definition['desimal'] === 0);
        $reading = $this->readOne($printed, $field, 'realisasi', $definition['satuan'], $field->whole ? $definition['nama'] : '');
        if ($reading === null) {
            $this->status = 'ditolak';
            return;
        }
        if ($reading->kind === 'missing') {
            $this->status = 'belum_lengkap';
            $this->missing = $definition['diperlukan'];
            return;
        }
        $value = $reading->number();
        $this->origin = 'tercetak';
        $this->exact = $value;
        $this->published = Text::published($value, self::printed($printed, $value)->decimals);
    }

    /** @param array<string, int|float|string|Pecahan|null> $variables as they are written */
    private function evaluate(array $variables): void
    {
        $definition = $this->definition;
        if ($definition['rumus'] === null) {
            $this->noteUndefined($definition['tanpa_rumus'] ?? '');
            return;
        }
        $value = Coefficients::value($definition, $this->values)
            ?? Formula::evaluate($definition['rumus'], $this->values, $this->previous);
        if ($this->made?->numbers === [] && !$value instanceof Missing) {
            // What periods do not make is not known, whatever the formula fills in for it.
            $value = new Missing($definition['setahun_dari']);
        }
        if ($value instanceof Missing) {
            if ($definition['sebagian']) {
                throw TidakDidukung::untuk($definition['kode']);
            }
            $this->status = 'belum_lengkap';
            $this->missing = $value->names;
            $facts = ['kode' => $definition['kode'], 'kurang' => implode(', ', $value->names)];
            $this->findings[] = Temuan::tentang('MISSING_VARIABLE', $facts);
        } elseif ($value instanceof Undefined) {
            $reason = Data::file('bacaan')['reasons'][$value->reason];
            foreach (array_reverse($definition['tak_terdefinisi']) as $case) {
                $holds = Formula::evaluate($case['jika'], $this->values, $this->previous) === true;
                $reason = $holds ? $case['alasan'] : $reason;
            }
            $this->noteUndefined($reason);
        } elseif ($value instanceof Exact) {
            $releases = array_column(array_filter($definition['variabel'], static fn (array $one): bool => $one['rilis']), 'nama');
            $this->origin = array_intersect_key($this->values, array_flip($releases)) === [] ? 'dihitung' : 'rilis';
            $this->exact = $value;
            $this->holdRelease($variables);
        }
    }

    /**
     * Holds a released value against what its components give, where both are there: it is only said
     * to differ where no unrounded components can stand behind it.
     *
     * @param array<string, int|float|string|Pecahan|null> $written
     */
    private function holdRelease(array $written): void
    {
        ['rilis' => $name, 'rumus_hitung' => $formula, 'dihitung_dari' => $parts] = $this->definition;
        if ($formula === null || array_diff([$name, ...$parts], array_keys($this->values)) !== []) {
            return;
        }
        $value = Formula::evaluate($formula, $this->values);
        $released = Text::published($this->values[$name], $this->definition['desimal']);
        if (!$value instanceof Exact || Text::published($value, $this->definition['desimal']) === $released) {
            return;
        }
        $variables = array_column($this->definition['variabel'], null, 'nama');
        $numbers = [];
        foreach ($parts as $part) {
            $numbers[$part] = [$variables[$part], self::text($written[$part]), $this->values[$part]];
        }
        $witness = (new Worlds($formula, $numbers))->witness(self::printed($written[$name], $this->values[$name]));
        $computed = Text::localized(Text::published($value, $this->definition['desimal']));
        $released = Text::localized($released);
        $this->findings[] = $witness === null
            ? Temuan::tentang('RELEASE_DIFFERS', ['nama' => $name, 'rilis' => $released, 'hitung' => $computed])
            : Temuan::tentang('VALUE_POSSIBLE', ['cetak' => $released, 'hitung' => $computed, 'saksi' => $witness]);
    }

    private static function printed(int|float|string|Pecahan|null $written, Pecahan $value): PrintedNumber
    {
        return new PrintedNumber(self::text($written), $value);
    }

    private static function text(int|float|string|Pecahan|null $written): string
    {
        return $written instanceof Pecahan ? '' : (string) Text::written($written);
    }

    private function noteUndefined(string $reason): void
    {
        $this->status = 'tidak_terdefinisi';
        $this->reason = $reason;
        $facts = ['kode' => $this->definition['kode'], 'alasan' => $reason];
        $this->findings[] = Temuan::tentang('UNDEFINED_VALUE', $facts);
    }

    /** Rounds once, and refuses a value outside of the indicator's range. */
    private function publish(Exact $exact): void
    {
        $published = $this->published ?? Text::published($exact, $this->definition['desimal']);
        ['min' => $minimum, 'maks' => $maximum] = $this->definition['rentang'];
        $facts = ['nama' => $this->definition['kode'], 'nilai' => Text::localized($published)];
        $found = null;
        if ($minimum !== null && Arithmetic::compare($exact, Pecahan::constant($minimum)) < 0) {
            $found = Temuan::tentang('BELOW_MINIMUM', $facts + ['batas' => Pecahan::constant($minimum)]);
        } elseif ($maximum !== null && Arithmetic::compare($exact, Pecahan::constant($maximum)) > 0) {
            $found = Temuan::tentang('ABOVE_MAXIMUM', $facts + ['batas' => Pecahan::constant($maximum)]);
        }
        $this->published = $published;
        if ($found !== null) {
            $this->findings[] = $found;
            [$this->status, $this->origin, $this->exact, $this->published] = ['ditolak', null, null, null];
        }
    }

    // ------------------------------------------------------------------------------- achievement

    private function score(int|float|string|Pecahan $target): void
    {
        $this->goal = $this->readGoal($target);
        if ($this->goal === null) {
            return;
        }
        $name = $this->definition['capaian'];
        if ($this->stated !== null) {
            $this->achieved = new Capaian($name, alasan: Data::file('bacaan')['capaian']['hanya_kelas']);
            $this->reached = $this->reachesAsClass($this->stated, $this->goal);
            return;
        }
        if ($this->published === null || $this->exact === null) {
            $this->achieved = new Capaian($name);
            return;
        }
        $this->achieved = $this->held($this->goal, Pecahan::written($this->published), $this->exact, $name);
        if ($this->achieved->nilai === null) {
            $this->findings[] = Temuan::tentang('ACHIEVEMENT_UNDEFINED', [
                'kode' => $this->definition['kode'],
                'target' => $this->goal->shown(),
                'alasan' => $this->achieved->alasan ?? Data::file('bacaan')['capaian']['tanpa_nilai'],
            ]);
        }
    }

    private function held(Reading $goal, Pecahan $shown, Exact $exact, string $name): Capaian
    {
        if ($goal->kind === 'words') {
            $this->reached = $this->reachesClass((array) $this->classNamed($goal->text), $shown);
            return new Capaian($name, alasan: Data::file('bacaan')['capaian']['kelas']);
        }
        $this->reached = $this->reaches($goal, $shown);
        $name = $goal->kind === 'range' ? $this->definition['capaian_rentang'] : $name;
        if ($name === null) {
            return new Capaian($this->definition['capaian'], alasan: Data::file('bacaan')['capaian']['rentang']);
        }
        $method = Katalog::metode($name);
        $numbers = ['realisasi' => $method['dasar'] === 'nilai_terbit' ? $shown : $exact];
        $numbers += $goal->kind === 'range'
            ? ['target_min' => $goal->number(), 'target_maks' => $goal->high ?? $goal->number()]
            : ['target' => $goal->number()];
        return Method::achieve($method, $numbers);
    }

    private function readGoal(int|float|string|Pecahan $target): ?Reading
    {
        $definition = $this->definition;
        $field = $this->field($definition['rentang']['min'], $definition['rentang']['maks'], $definition['desimal'] === 0);
        $goal = $this->read($target, $field);
        if ($goal === null || $goal->kind === 'missing' || !$this->isUnit($goal, $definition['satuan'], 'target', $field->whole ? $definition['nama'] : '')) {
            return null;
        }
        if ($goal->kind === 'words' && $this->classNamed($goal->text) === null) {
            $this->findings[] = $this->unreadableGoal($goal->text);
            return null;
        }
        $this->doubt($goal);
        return $goal;
    }

    private function unreadableGoal(string $text): Temuan
    {
        $classes = implode(', ', array_column($this->scale['kelas'] ?? [], 'label'));
        $said = Data::file('bacaan')['goals'][$this->scale === null ? 'tanpa_skala' : 'berskala'];
        [$form, $choice] = str_replace(['{skala}', '{kelas}'], [$this->scale['label'] ?? '', $classes], $said);
        return Temuan::tentang('UNREADABLE_TARGET', ['target' => $text, 'bentuk' => $form, 'pilihan' => $choice]);
    }

    private function doubt(Reading $goal): void
    {
        ['min' => $minimum, 'maks' => $maximum] = $this->definition['rentang'];
        $isOutside = false;
        foreach ([$goal->low, $goal->high] as $end) {
            $isOutside = $isOutside || ($end !== null && (
                ($minimum !== null && $end->compare(Pecahan::constant($minimum)) < 0)
                || ($maximum !== null && $end->compare(Pecahan::constant($maximum)) > 0)
            ));
        }
        $facts = ['target' => $goal->shown(), 'kode' => $this->definition['kode']];
        if ($isOutside) {
            $ends = array_map(static fn (?string $end): string => $end === null ? '…' : Text::number(Pecahan::constant($end)), [$minimum, $maximum]);
            $this->findings[] = Temuan::tentang('TARGET_OUT_OF_RANGE', $facts + ['rentang' => implode('–', $ends)]);
        }
        $direction = $goal->kind !== 'bound' ? null : ($goal->rises() ? 'maksimalkan' : 'minimalkan');
        if ($direction !== null && $direction !== $this->definition['polaritas']) {
            $said = ['polaritas' => $this->definition['polaritas_label']];
            $this->findings[] = Temuan::tentang('TARGET_WRONG_WAY', $facts + $said);
        }
    }

    /** @return ?array<string, mixed> */
    private function classNamed(string $label): ?array
    {
        foreach ($this->scale['kelas'] ?? [] as $class) {
            if (Text::same($class['label'], $label)) {
                return $class;
            }
        }
        return null;
    }

    /** Whether a value reaches a number, a range or a bound. */
    private function reaches(Reading $goal, Pecahan $value): bool
    {
        $low = $value->compare($goal->number());
        if ($goal->kind === 'bound') {
            return ($low === 0 && !$goal->isStrict()) || ($goal->rises() ? $low > 0 : $low < 0);
        }
        $high = $value->compare($goal->high ?? $goal->number());
        return match ($this->definition['polaritas']) {
            'stabilkan' => $low >= 0 && $high <= 0,
            'maksimalkan' => $low >= 0,
            default => $high <= 0,
        };
    }

    /** @param array<string, mixed> $class */
    private function reachesClass(array $class, Pecahan $value): bool
    {
        [$begins, $ends] = [Method::beginsBelow($class, $value), Method::endsAbove($class, $value)];
        return match ($this->definition['polaritas']) {
            'maksimalkan' => $begins,
            'minimalkan' => $ends,
            default => $begins && $ends,
        };
    }

    /**
     * Whether a class reaches a target that is one; null of a number, where nobody can say.
     *
     * @param array<string, mixed> $stated
     */
    private function reachesAsClass(array $stated, Reading $goal): ?bool
    {
        if ($goal->kind !== 'words') {
            return null;
        }
        $classes = $this->scale['kelas'] ?? [];
        $above = array_search($stated, $classes, true) <=> array_search($this->classNamed($goal->text), $classes, true);
        return match ($this->definition['polaritas']) {
            'maksimalkan' => $above >= 0,
            'minimalkan' => $above <= 0,
            default => $above === 0,
        };
    }

    // ------------------------------------------------------------------------------------ result

    private function result(): Hasil
    {
        $definition = $this->definition;
        $achieved = $this->achieved;
        $classOf = static fn (?array $scale, ?string $value): ?string => $scale === null || $value === null
            ? null
            : Method::classify($scale, Pecahan::written($value))['label'] ?? null;
        $predicate = $definition['predikat'] === null ? null : Katalog::skala($definition['predikat']);
        return new Hasil(
            kode: $definition['kode'],
            versi: $definition['versi'],
            nama: $definition['nama'],
            satuan: $definition['satuan'],
            wilayah: $this->region,
            tingkat: $this->level,
            tahun: $this->year,
            periode: $this->period,
            status: $this->status,
            asal: $this->origin,
            nilai: $this->published,
            nilaiEksak: $this->exact === null ? null : (string) $this->exact,
            kategori: $this->stated['label'] ?? $classOf($this->scale, $this->published),
            target: $this->goal?->goal(),
            capaian: $achieved?->nilai,
            capaianEksak: $achieved?->eksak,
            capaianTanpaBatas: $achieved?->tanpaBatas,
            metodeCapaian: $achieved?->metode,
            alasanCapaian: $achieved?->alasan,
            tercapai: $this->reached,
            predikat: $classOf($predicate, $achieved?->nilai),
            kurang: $this->missing,
            alasan: $this->reason,
            batas: $definition['rentang'],
            masukan: array_map(strval(...), $this->values),
            sebelumnya: array_map(strval(...), $this->previous),
            temuan: $this->findings,
            cakupan: $this->made?->coverage,
            sidik: $definition['sidik'],
        );
    }
}
