using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>Source as people half type it and as nobody should write it: a few tokens lost, doubled, swapped or replaced.</summary>
internal static class Mutation
{
    /// <summary>Stands in every string that a mutation writes, so that the string is found again in generated code.</summary>
    public const string Mark = "Zq7";

    private static readonly string[] Strings =
    [
        "\"); Zq7(); //", "{{resolve:secretsmanager:Zq7}}", "${Zq7}", "${AWS::Region}Zq7${AWS::StackName}", "Zq7\" + Zq7 + \"", "Zq7\\", "{Zq7}", "Zq7\n#endif\n", "*/ Zq7 /*",
        "\u2028Zq7\u2029\u0085", "\ud800Zq7", "Zq7\udc00", "\0Zq7", "${Token[Zq7.1]}", "#{Token[Zq7.1]}", "</summary>Zq7", "0.0.0.0/0Zq7", "10.0.0.0/99Zq7", "Zq7İıß\u200f", "${!Zq7}", "$${{{Zq7}}}", "",
    ];

    private static readonly string[] Numbers = ["-1", "0", "65536", "2147483647", "-2147483648", "99999999999999999999", "0x7fffffff", "1e308", "1/0", "int.MaxValue + 1", "'a'", "null", "default", "1.5"];

    private static readonly string[] Snippets =
    [
        "<T>", "<>", "<Shop>", "file ", "private ", "protected internal ", "static ", "abstract ", "record ", "struct ", "interface ", "enum ", " : Missing", " : global::Amazon.CDK.Stack", "(int x)", "[", "]", "(", ")", "{", "}", ",", ";",
        "\"", "'", "\"\"\"", "$\"", "@", "#if X\n", "#endif\n", "//", "/*", "*/", "namespace N;", "namespace N {", "using X = ", "partial ", "public partial class Shop;", "[S3]", "[Uses<Shop>]", "where T : class", "=", "null", "new()",
        "class Deep<T> { [S3] private partial class Inner; }", "= Removal.Snapshot", "Stage = \"prod\"", "\\u0041", "typeof(int)", "nameof(Shop)", "params",
    ];

    /// <summary>The source with one to four mutations.</summary>
    /// <param name="source">The source.</param>
    /// <param name="random">The randomness.</param>
    public static string Apply(string source, Random random)
    {
        List<string> tokens = [.. SyntaxFactory.ParseTokens(source).Select(static token => token.ToFullString())];
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            Apply(tokens, random);
        }

        string text = string.Concat(tokens);

        // As it stands at some moment while it is typed.
        return random.Next(10) == 0 ? text[..random.Next(text.Length + 1)] : text;
    }

    private static void Apply(List<string> tokens, Random random)
    {
        if (tokens.Count == 0)
        {
            return;
        }

        int at = random.Next(tokens.Count);
        switch (random.Next(9))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                int other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens.Insert(at, Snippets[random.Next(Snippets.Length)] + " ");
                break;
            case 4:
                int length = random.Next(1, Math.Min(30, tokens.Count - at + 1));
                tokens.InsertRange(random.Next(tokens.Count), tokens.GetRange(at, length));
                break;
            case 5 or 6 when Find(tokens, random, static token => token.Contains('"', StringComparison.Ordinal)) is { } text:
                tokens[text] = Literal(Strings[random.Next(Strings.Length)], random);
                break;
            case 7 when Find(tokens, random, static token => token.Trim() is [>= '0' and <= '9', ..]) is { } number:
                tokens[number] = Numbers[random.Next(Numbers.Length)];
                break;
            default:
                // Another name from the same source: edges in circles, kinds in wrong places.
                if (Find(tokens, random, IsName) is { } to && Find(tokens, random, IsName) is { } from)
                {
                    tokens[to] = tokens[from];
                }

                break;
        }
    }

    private static int? Find(List<string> tokens, Random random, Func<string, bool> condition)
    {
        int[] found = [.. Enumerable.Range(0, tokens.Count).Where(i => condition(tokens[i]))];
        return found.Length == 0 ? null : found[random.Next(found.Length)];
    }

    private static bool IsName(string token) => token.Trim() is [var first, ..] && char.IsLetter(first) && SyntaxFacts.GetKeywordKind(token.Trim()) == SyntaxKind.None;

    private static string Literal(string text, Random random) => random.Next(4) switch
    {
        0 => $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        1 => AttributeSource.Literal(text),
        2 => SymbolDisplay.FormatLiteral(text, quote: true) + " + \"" + Mark + "\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"{SymbolDisplay.FormatLiteral(text, quote: true)}"),
    };
}
