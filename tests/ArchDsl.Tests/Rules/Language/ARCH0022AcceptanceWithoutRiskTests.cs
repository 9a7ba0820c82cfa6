namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0022AcceptanceWithoutRiskTests : RuleTests
{
    [Theory]
    [InlineData("[S3, AcceptRisk([|\"ARCH2010\"|], Reason = \"r\")] public partial class Images;")]
    [InlineData("[S3(PublicRead = false), AcceptRisk([|id: \"ARCH2010\"|], Reason = \"r\")] public partial class Images;")]
    [InlineData("[S3({|ARCH2010:PublicRead = true|}), AcceptRisk([|\"ARCH1001\"|], Reason = \"r\")] public partial class Images;")]
    public Task AcceptanceThatHidesNothing_IsReported(string source) => VerifyAsync(source);

    /// <summary>Neither the class around it nor a class in it is the class at fault.</summary>
    [Fact]
    public Task AcceptanceOnAnotherClass_IsReported() => VerifyAsync("""
        [Architecture("a"), AcceptRisk([|"ARCH2010"|], Reason = "r")]
        public partial class Shop
        {
            [AcceptRisk([|"ARCH2010"|], Reason = "r")]
            public partial class Storage
            {
                [S3({|ARCH2010:PublicRead = true|})]
                public partial class Images { [Tag("a", "b"), AcceptRisk([|"ARCH2010"|], Reason = "r")] public partial class In; }

                [S3, AcceptRisk([|"ARCH2010"|], Reason = "r")] public partial class Other;
            }
        }
        """);

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[S3, AcceptRisk({|#0:\"ARCH2010\"|}, Reason = \"r\")] public partial class Images;",
        [Finding("ARCH2010 finds nothing here: remove the acceptance, so that it does not hide a later finding", 0)]);

    /// <summary>An error may keep out of sight what the acceptance is for.</summary>
    [Fact]
    public Task AcceptanceBesideAnError_IsNotReported() => VerifyAsync(
        "[Vpc, PublicSubnet] public partial class Shop { [S3, {|ARCH0007:Ingress(Cidr.Internet, 22)|}, AcceptRisk(\"ARCH1031\", Reason = \"r\")] public partial class Images; }");

    /// <summary>One acceptance hides all findings of its rule on the class; a second one says the same twice, which is another rule.</summary>
    [Theory]
    [InlineData("[S3(PublicRead = true), AcceptRisk(\"ARCH2010\", Reason = \"r\")] public partial class Images;")]
    [InlineData("[Vpc, PublicSubnet] public partial class Shop { [Alb, HttpListener(80), HttpListener(8080), RoutesTo<Api>, AcceptRisk(\"ARCH1020\", Reason = \"r\")] public partial class Lb; [Ec2(\"t3.micro\")] public partial class Api; }")]
    [InlineData("[Stage(\"dev\"), Stage(\"prod\"), S3, S3(PublicRead = true, Stage = \"prod\"), AcceptRisk(\"ARCH2010\", Reason = \"r\")] public partial class Images;")]
    public Task AcceptanceThatHidesAFinding_IsNotReported(string source) => VerifyAsync(source);
}
