using System.Text.RegularExpressions;
using ArchDsl.Model;

namespace ArchDsl.Tests.Rules.Patterns;

/// <summary>
/// Patterns that show in the graph alone, by the numbers of the catalogue T01 to T26: a bad program with its diagnostic at its span
/// beside a good one without any, or why the bad one cannot be written.
/// </summary>
public abstract partial class PatternTests
{
    /// <summary>Every architecture of the samples in each of its stages: what no program can say shows in none of them.</summary>
    protected static IEnumerable<AnalyzedArchitecture> Architectures { get; } =
    [
        .. TestProgram.Samples.Select(static name => TestProgram.Declare(TestProgram.OfSample(name))).Append(TestProgram.Declare(Everything))
            .SelectMany(static declaration => Stages.Of(declaration).Select(stage => new AnalyzedArchitecture(declaration, stage))),
    ];

    /// <summary>Edges of every kind in subnets of every kind.</summary>
    private const string Everything = """
        [Vpc(AvailabilityZones = 3)]
        [VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.Logs)]
        public partial class Shop
        {
            [S3] public partial class Images;
            [DynamoDb] public partial class Table;
            [Secret] public partial class Key;
            [Topic] public partial class Alerts;
            [Ecr] public partial class Repository;
            [Certificate("example.com")] public partial class Tls;
            [PublicSubnet] public partial class Edge
            {
                [Alb, HttpListener(RedirectToHttps = true), HttpsListener<Tls>, RoutesTo<App.Web>, Egress("10.0.0.0/8")] public partial class Lb;
                [Ec2("t3.micro"), Ingress(Cidr.Internet, 22), Egress<App.Web>(0, 65535), Uses<Data.Cache>] public partial class Bastion;
            }
            [PrivateSubnet] public partial class App
            {
                [Fargate(Image = "i"), Uses<Inner>, Uses<Images>(Access.ReadWrite | Access.Delete), Uses<Table>(Access.ReadWrite | Access.Delete)] public partial class Web;
                [Alb, HttpListener(8080), RoutesTo<Api>] public partial class Inner;
                [Fargate, ImageFrom<Repository>("1"), Uses<Data.Database>(AtRuntime = true), InjectSecret<Key>("KEY", AtRuntime = true), Uses<Alerts>, Alarm<Alerts>(Metric.TaskFailures)] public partial class Api;
                [Ec2("t3.micro"), Uses<Key>, Uses<Web>, Ingress("10.0.0.0/16", 80), Egress(Cidr.Internet)] public partial class Worker;
            }
            [IsolatedSubnet] public partial class Data
            {
                [Rds, Ingress("10.0.0.0/8", 5432)] public partial class Database;
                [ElastiCache, Ingress<App.Worker>] public partial class Cache;
            }
        }
        """;

    /// <summary>The marked diagnostics, and no others of those rules.</summary>
    protected static Task Bad(string source) => RuleTests.Verifier.RunAsync(Marked().Match(source).Groups[1].Value, source, [], null);

    /// <summary>No diagnostic at all.</summary>
    protected static Task Good(string source) => RuleTests.Verifier.RunAsync("", source, [], null);

    /// <summary>The bad program, and the good one that differs from it in one edit.</summary>
    protected static async Task BadAndGood(string bad, string from, string to)
    {
        Assert.Contains(from, bad, StringComparison.Ordinal);
        await Bad(bad);
        await Good(Marks().Replace(bad.Replace(from, to, StringComparison.Ordinal), "$1"));
    }

    /// <summary>What the language does not have yet: whoever adds it adds the pattern's rule.</summary>
    protected static void NotInTheLanguage(params string[] attributes) => Assert.Empty(AttributeSource.All.Select(AttributeSource.NameOf).Intersect(attributes));

    [GeneratedRegex(@"\{\|(ARCH[0-9]{4}):")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\{\|ARCH[0-9]{4}:(.*?)\|\}")]
    private static partial Regex Marks();
}
