namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0014UnsupportedEdgeTests : RuleTests
{
    private const string Program = """
        [Architecture("shop")]
        public partial class Shop
        {
            [S3] public partial class Images;
            [Secret] public partial class Key;
            [Ecr] public partial class Repository;
            [Topic] public partial class Events;
            [Certificate("example.com")] public partial class Certificate;

            [Vpc]
            public partial class Net
            {
                [PublicSubnet]
                public partial class Public
                {
                    [Fargate(Image = "i")API] public partial class Api;
                    [Ec2("t3.micro")HOST] public partial class Host;
                    [Alb, HttpListener(80), Ingress("10.0.0.0/16", 80)LB] public partial class Lb;
                    [Rds] public partial class Database;
                }
            }

            [Vpc]
            public partial class Elsewhere
            {
                [PublicSubnet] public partial class Public { [Rds] public partial class Database; [Ec2("t3.micro")] public partial class Host; }
            }
        }
        """;

    [Theory]
    [InlineData("API", "InjectSecret<Images>(\"A\")")]
    [InlineData("API", "InjectSecret<Net.Public.Database>(\"A\")")]
    [InlineData("API", "Alarm<Key>(Metric.CpuUtilization)")]
    [InlineData("API", "Uses<Repository>")]
    [InlineData("API", "Uses<Certificate>")]
    [InlineData("API", "Uses<Elsewhere.Public.Database>")]
    [InlineData("API", "Uses<Elsewhere.Public.Host>")]
    [InlineData("API", "Ingress<Elsewhere.Public.Host>(80)")]
    [InlineData("API", "Ingress<Images>(80)")]
    [InlineData("HOST", "Egress<Key>")]
    [InlineData("HOST", "Uses<Repository>")]
    [InlineData("LB", "RoutesTo<Database>")]
    [InlineData("LB", "RoutesTo<Images>")]
    [InlineData("LB", "RoutesTo<Lb>")]
    [InlineData("LB", "RoutesTo<Elsewhere.Public.Host>")]
    public Task EdgeThatMakesNoSense_IsReported(string place, string edge) => VerifyAsync(With(place, $"[|{edge}|]"));

    [Theory]
    [InlineData("API", "InjectSecret<Images>(\"A\")", "[InjectSecret<Images>] on Net.Public.Api cannot be made: Images is a bucket, not a secret; point it at a class with [Secret]")]
    [InlineData("API", "Uses<Repository>", "[Uses<Repository>] on Net.Public.Api cannot be made: Repository is an image repository, which Api cannot use; point it at what answers code that runs, such as a database or a bucket")]
    [InlineData("LB", "RoutesTo<Database>", "[RoutesTo<Database>] on Net.Public.Lb cannot be made: Net.Public.Database is a database, which answers no requests of a load balancer; point it at a class with [Fargate] or [Ec2]")]
    [InlineData("HOST", "Uses<Elsewhere.Public.Host>", "A connection on Net.Public.Host cannot be made: Net.Public.Host and Elsewhere.Public.Host do not stand in the same VPC; nest both in one")]
    public Task Message_IsReported(string place, string edge, string message) => VerifyAsync(With(place, $"{{|#0:{edge}|}}"), [Finding(message, 0)]);

    [Fact]
    public Task SecondTarget_IsReported() => VerifyAsync(
        With("LB", "RoutesTo<Api>, {|#0:RoutesTo<Host>|}"), [Finding("[RoutesTo<Host>] on Net.Public.Lb cannot be made: Net.Public.Lb passes its requests on to Net.Public.Api already; keep one of them", 0)]);

    [Theory]
    [InlineData("API", "Uses<Images>")]
    [InlineData("API", "Uses<Key>")]
    [InlineData("API", "Uses<Database>")]
    [InlineData("API", "Uses<Lb>")]
    [InlineData("API", "Uses<Host>")]
    [InlineData("API", "Uses<Events>")]
    [InlineData("API", "InjectSecret<Key>(\"A\")")]
    [InlineData("API", "Alarm<Events>(Metric.CpuUtilization)")]
    [InlineData("API", "Ingress<Host>(80)")]
    [InlineData("HOST", "Uses<Api>")]
    [InlineData("HOST", "Uses<Images>(Access.None)")]
    [InlineData("LB", "RoutesTo<Api>")]
    [InlineData("LB", "RoutesTo<Host>(Port = 8080)")]
    public Task EdgeWithMeaning_IsNotReported(string place, string edge) => VerifyAsync(With(place, edge));

    private static string With(string place, string edge) => new[] { "API", "HOST", "LB" }.Aggregate(
        Program, (text, slot) => text.Replace(slot + "]", slot == place ? $", {edge}]" : "]", StringComparison.Ordinal));
}
