using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Ethics.Crm.AspNetCore.Tests.OfPolicy;

/// <summary>The policy's <c>code</c> says what it works for.</summary>
internal static class Bills
{
    public static string Answer() => Reading.Now();

    [ForPurpose("support")]
    public static string Declared() => Reading.Now();

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/lambda", () => Reading.Now());
}
