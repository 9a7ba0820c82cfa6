namespace ArchDsl.Tests.Rules.Identity;

public sealed class ARCH3020SecretNeverRotatedTests : RuleTests
{
    [Theory]
    [InlineData("[|Secret|]")]
    [InlineData("[|Secret(\"shop/key\", Generate = false)|]")]
    [InlineData("Vpc, PrivateSubnet, [|Rds|]")]
    [InlineData("Vpc, PrivateSubnet, [|ElastiCache(Auth = true)|]")]
    public Task SecretWithoutSchedule_IsReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Key;");

    [Fact]
    public Task Messages_AreReported() => VerifyAsync(
        """
        [Vpc]
        public partial class Shop
        {
            [{|#0:Secret|}] public partial class Key;

            [IsolatedSubnet]
            public partial class Data
            {
                [{|#1:Rds|}] public partial class Orders;
                [{|#2:ElastiCache(Auth = true)|}] public partial class Sessions;
            }
        }
        """,
        [
            Finding(Message("Key is"), 0),
            Finding(Message("The password of Orders is"), 1),
            Finding(Message("The token of Sessions is"), 2),
        ]);

    [Theory]
    [InlineData("S3")]
    [InlineData("Vpc, PrivateSubnet, ElastiCache")]
    public Task ResourceWithoutSecret_IsNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Other;");

    /// <summary>The hook may add the schedule.</summary>
    [Fact]
    public Task Hook_IsNotReported() => VerifyAsync(
        """
        [Secret]
        public partial class Key
        {
            partial void Created(Amazon.CDK.AWS.SecretsManager.Secret construct) => construct.AddRotationSchedule("Rotation", new Amazon.CDK.AWS.SecretsManager.RotationScheduleOptions
            {
                RotationLambda = Amazon.CDK.AWS.Lambda.Function.FromFunctionName(this, "Rotate", "rotate-key"),
            });
        }
        """);

    private static string Message(string subject) =>
        $"{subject} never rotated: what leaks once is good for ever. Once the application can take a new value while it runs, add a rotation schedule in the hook Created.";
}
