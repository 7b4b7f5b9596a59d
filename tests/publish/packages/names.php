<?php

/* What the PHP files of a folder use: php names.php FOLDER
 *
 * As JSON: the functions that they call and do not declare, and what of their syntax is newer than
 * PHP 8.1, by the version it came with. */

declare(strict_types=1);

const NEWER = [
    '8.2' => [
        'readonly class' => '/\breadonly (final |abstract )?class\b/',
        'a type in brackets' => '/[:,(|] ?\([\w\\\\]+ ?& ?[\w\\\\]+\) ?\|/',
        'true, false or null alone as a type' => '/\bfunction\b[^{;]*\) ?: ?(true|false|null) ?[{;]/',
    ],
    '8.3' => [
        'a constant with a type' => '/\bconst \??[\w\\\\|]+ \w+ =/',
        'a constant by a computed name' => '/:: ?\{/',
    ],
    '8.4' => [
        'asymmetric visibility' => '/\b(public|protected|private) ?\(set\)/',
        'a property with hooks' => '/\b(public|protected|private) [^;=(){}]*\$\w+( ?= ?[^;{}(),]+)? ?\{/',
        'new without brackets around it' => '/(?<![(\w])new [\w\\\\]+ ?\([^()]*\) ?->/',
    ],
    '8.5' => ['a pipe' => '/\|>/'],
];

/** The code of a file in one line, without comments and what stands in quotes. */
function plain(array $tokens): string
{
    $left = [T_COMMENT => '', T_DOC_COMMENT => '', T_CONSTANT_ENCAPSED_STRING => "''", T_ENCAPSED_AND_WHITESPACE => '', T_WHITESPACE => ' '];
    return implode('', array_map(static fn (PhpToken $one): string => $left[$one->id] ?? $one->text, $tokens));
}

[$called, $declared, $newer] = [[], [], []];
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($argv[1], FilesystemIterator::SKIP_DOTS)) as $file) {
    $text = file_get_contents((string) $file);
    if (!str_starts_with($text, '<?php') && !str_starts_with($text, '#!')) {
        continue;
    }
    $tokens = PhpToken::tokenize($text);
    foreach (NEWER as $version => $kinds) {
        foreach ($kinds as $kind => $pattern) {
            if (preg_match($pattern, plain($tokens)) === 1) {
                $newer[] = "$version: $kind in " . $file->getFilename();
            }
        }
    }
    $told = array_values(array_filter($tokens, static fn (PhpToken $one): bool => !$one->isIgnorable()));
    foreach ($told as $at => $token) {
        if (!$token->is([T_STRING, T_NAME_FULLY_QUALIFIED]) || ($told[$at + 1]->text ?? '') !== '(') {
            continue;
        }
        $before = $told[$at - 1];
        if ($before->is(T_FUNCTION)) {
            $declared[] = $token->text;
        } elseif (!$before->is([T_OBJECT_OPERATOR, T_NULLSAFE_OBJECT_OPERATOR, T_DOUBLE_COLON, T_NEW, T_ATTRIBUTE])) {
            $called[] = ltrim($token->text, '\\');
        }
    }
}
$called = array_unique(array_diff($called, $declared));
sort($called);
echo json_encode(['functions' => $called, 'newer' => $newer], JSON_PRETTY_PRINT), "\n";
