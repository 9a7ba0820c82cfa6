using ArchDsl;

namespace Acme;

[Architecture("acme-shop")]
[Stage("dev")]
[Stage("prod")]
[Vpc]
public partial class Shop
{
    [S3("acme-shop-photos-dev"), S3("acme-shop-photos", Stage = "prod")]
    [AcceptRisk("ARCH2011", Reason = "Everyone sees the photos in the shop.")]
    public partial class Photos;

    [S3("legacy-invoices", Stage = "prod")]
    [AcceptRisk("ACME0001", Reason = "Older than the policy, which has an exception for it.", Until = "2099-12-31")]
    [AcceptRisk("ARCH2011", Reason = "CloudTrail records who reads in this account.")]
    public partial class Invoices;

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds]
        [Rds(Stage = "prod", MultiAz = true)]
        [AcceptRisk("ARCH4001", Reason = "Development can wait for a zone.")]
        public partial class Database;
    }
}
