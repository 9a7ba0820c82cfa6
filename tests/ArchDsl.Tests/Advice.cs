using ArchDsl.Model;

namespace ArchDsl.Tests;

/// <summary>
/// Rules that ask for more than a short program says. A program that shows something else need not follow them, so that its test looks
/// at them only if it names them.
/// </summary>
internal static class Advice
{
    /// <summary>The rules that the shortest programs break, such as a database without a standby.</summary>
    private static readonly HashSet<string> BrokenByDefault =
    [
        .. new AnalyzedArchitecture(TestProgram.Declare("""
            [Architecture("shop"), Vpc]
            public partial class Shop
            {
                [Certificate("shop.example.com")] public partial class Tls;
                [DynamoDb] public partial class Orders;
                [Ecr] public partial class Repository;
                [S3] public partial class Images;
                [Secret] public partial class Key;
                [Topic] public partial class Alerts;

                [PublicSubnet]
                public partial class Public
                {
                    [Alb, HttpListener(RedirectToHttps = true), HttpsListener<Tls>, RoutesTo<Api>] public partial class LoadBalancer;
                    [Fargate, ImageFrom<Repository>("latest"), Uses<Private.Database>] public partial class Api;
                    [Ec2("t3.micro")] public partial class Host;
                }

                [PrivateSubnet]
                public partial class Private
                {
                    [Rds] public partial class Database;
                    [ElastiCache] public partial class Cache;
                }
            }
            """)).Check(null).Select(static finding => finding.RuleId),
    ];

    /// <summary>
    /// The ids of all rules but those about the language that none of some texts names: a test of one rule is not about the others. That
    /// they agree with each other is shown by the samples, their mutations and the pages.
    /// </summary>
    public static IReadOnlyList<string> AndRisksNotIn(params string[] texts) =>
    [
        .. RuleSet.All.Where(static rule => rule is not (LoweringRule or AcceptanceRule))
            .Select(static rule => rule.Id)
            .Where(id => !texts.Any(text => text.Contains(id, StringComparison.Ordinal))),
    ];

    /// <summary>The ids that none of some texts names.</summary>
    public static IReadOnlyList<string> NotIn(params string[] texts) =>
    [
        .. RuleSet.All.Where(static rule => rule.Severity == Severity.Info || BrokenByDefault.Contains(rule.Id))
            .Select(static rule => rule.Id)
            .Where(id => !texts.Any(text => text.Contains(id, StringComparison.Ordinal))),
    ];
}
