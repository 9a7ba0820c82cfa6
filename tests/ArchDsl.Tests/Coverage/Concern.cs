using System.Text.RegularExpressions;
using ArchDsl.Harness;

namespace ArchDsl.Tests.Coverage;

/// <summary>Something that other scanners look for, merged from six of them, and what ArchDsl does about it.</summary>
/// <param name="Name">The name that it has here.</param>
/// <param name="Service">The service that it is about.</param>
/// <param name="Check">What is looked for.</param>
/// <param name="Ids">The ids under which scanners know it, each with its scanner.</param>
/// <param name="Verdict">Whether it can happen.</param>
/// <param name="By">The rules that find it, or the reason why there is none.</param>
internal sealed partial record Concern(string Name, string Service, string Check, IReadOnlyList<(string Scanner, string Id)> Ids, string Verdict, string By)
{
    /// <summary>No template has it: see ImpossibleTests.</summary>
    public const string Impossible = "impossible";

    /// <summary>A rule finds it.</summary>
    public const string Rule = "rule";

    /// <summary>It cannot be said in the language, or makes no sense there.</summary>
    public const string NotApplicable = "not-applicable";

    /// <summary>It can happen, and nothing finds it yet.</summary>
    public const string Open = "open";

    /// <summary>The scanners whose ids a rule lists; those of KICS and cfn-guard are names, not ids.</summary>
    private static readonly string[] Scanners = ["security_hub", "cdk_nag", "checkov", "trivy", "cfn_nag", "cfn_guard"];

    /// <summary>All concerns, in the order of the data.</summary>
    public static IReadOnlyList<Concern> All { get; } = Read();

    /// <summary>The rules by which it is found.</summary>
    public IReadOnlyList<string> Rules => Verdict == Rule ? By.Split(' ') : [];

    /// <summary>The rows of a file beside this one, by column.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        List<string[]> lines = [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "ArchDsl.Tests", "Coverage", file)).Select(Cells)];
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(static pair => pair.First, static pair => pair.Second))];
    }

    private static List<Concern> Read()
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> verdicts = Rows("verdicts.csv").ToDictionary(static row => row["concern"]);
        return
        [
            .. from row in Rows("concerns.csv")
               let verdict = verdicts.GetValueOrDefault(row["concern"])
               select new Concern(
                   row["concern"],
                   row["service"],
                   row["check"],
                   [.. Scanners.SelectMany(scanner => Id.Matches(row[scanner]).Select(match => (scanner, match.Groups["id"].Value)))],
                   verdict?["verdict"] ?? "",
                   verdict?["by"] ?? ""),
        ];
    }

    private static string[] Cells(string line) => [.. Cell.Matches(line).Select(static match => match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"") : match.Groups[2].Value)];

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Cell { get; }

    // Of cfn-guard's column only AWS Control Tower's ids count, of Checkov's those for Terraform too.
    [GeneratedRegex(@"(?<=^|[ ;])(?<id>[A-Za-z0-9]+\.[0-9]+|AwsSolutions-[A-Z0-9]+|NIST\.800\.53\.R5-[A-Za-z0-9]+|CKV2?_AWS_[0-9]+|AWS-[0-9]{4}|[FW][0-9]+|CT\.[A-Z0-9]+\.PR\.[0-9]+)(?=$|[ ;(])")]
    private static partial Regex Id { get; }
}
