namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0002UnknownTargetTests : RuleTests
{
    private const string Program = """
        [Vpc]
        [Architecture("shop")]
        public partial class Shop
        {
            [PublicSubnet]
            public partial class Public
            {
                [Ec2("t3.micro"), EDGE]
                public partial class Host;

                public partial class Plain;
            }

            [S3] public partial class Images;
        }

        [S3] public partial class Other;
        """;

    [Theory]
    [InlineData("[|Uses<string>|]")]
    [InlineData("[|Uses<int[]>|]")]
    [InlineData("[|Uses<Plain>|]")]
    [InlineData("[|Uses<Public>|]")]
    [InlineData("[|Uses<Shop>|]")]
    [InlineData("[|Uses<Other>|]")]
    [InlineData("[|Ingress<Plain>|]")]
    [InlineData("[|Egress<Other>(443)|]")]
    public Task TypeThatIsNoResource_IsReported(string edge) => VerifyAsync(Program.Replace("EDGE", edge, StringComparison.Ordinal));

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        Program.Replace("EDGE", "{|#0:Uses<System.Collections.Generic.List<string>>|}", StringComparison.Ordinal),
        [Finding("[Uses<List<string>>] points at 'List<string>', which is no resource of this architecture; point it at a class with a resource attribute below the same top-level class", 0)]);

    [Theory]
    [InlineData("Uses<Images>")]
    [InlineData("Uses<Shop.Images>(Access.Write)")]
    [InlineData("Ingress<Host>(80)")]
    [InlineData("Uses<{|CS0246:Missing|}>")]
    [InlineData("Uses<Shop.{|CS0426:Missing|}>")]
    public Task ResourceOrTypeThatDoesNotExist_IsNotReported(string edge) => VerifyAsync(Program.Replace("EDGE", edge, StringComparison.Ordinal));
}
