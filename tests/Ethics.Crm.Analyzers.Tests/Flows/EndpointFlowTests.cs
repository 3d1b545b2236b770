using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Handlers of one application: what one yields goes into its response, and the next one gets it from nobody.</summary>
public sealed class EndpointFlowTests
{
    private static readonly MetadataReference s_framework = Compiled.Assembly("Microsoft.AspNetCore.Routing",
        """
        namespace Microsoft.AspNetCore.Routing { public interface IEndpointRouteBuilder { } }
        namespace Microsoft.AspNetCore.Http { public interface IResult { } public static class Results { public static IResult Ok(object? value = null) => throw null!; } }
        namespace Microsoft.AspNetCore.Builder
        {
            using System; using Microsoft.AspNetCore.Routing;
            public sealed class WebApplication : IEndpointRouteBuilder { }
            public sealed class RouteHandlerBuilder { public RouteHandlerBuilder WithName(string name) => throw null!; }
            public static class EndpointRouteBuilderExtensions
            {
                public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) => throw null!;
                public static IEndpointRouteBuilder MapGroup(this IEndpointRouteBuilder endpoints, string prefix) => throw null!;
                public static TBuilder ForPurpose<TBuilder>(this TBuilder builder, params string[] purposes) => throw null!;
            }
        }
        """);

    [Theory]
    [InlineData("another handler's number", "app.MapGet(\"/a\", (Contact c) => c.Email).ForPurpose(\"support\"); app.MapGet(\"/b\", (int n) => Mailer.Echo($\"{n}\")).ForPurpose(\"marketing\");")]
    [InlineData("another handler's text", "app.MapGet(\"/a\", (Contact c) => c.Email).ForPurpose(\"support\"); app.MapGet(\"/b\", (string s) => Mailer.Echo(s)).ForPurpose(\"marketing\");")]
    [InlineData("what another handler's service yields", "app.MapGet(\"/a\", (Contact c) => Results.Ok(c.Email)).ForPurpose(\"support\"); app.MapGet(\"/b\", (Box b) => Results.Ok(Mailer.Echo(b.Text ?? \"\"))).ForPurpose(\"marketing\");")]
    [InlineData("a group of handlers", "var g = app.MapGroup(\"/g\"); g.MapGet(\"/a\", (Contact c) => c.Email).ForPurpose(\"support\"); g.MapGet(\"/b\", (string s) => Mailer.Echo(s)).WithName(\"b\").ForPurpose(\"marketing\");")]
    [InlineData("a handler that is a method", "app.MapGet(\"/a\", (Contact c) => c.Email).ForPurpose(\"support\"); app.MapGet(\"/b\", Handle); static string Handle(string s) => Mailer.Echo(s);")]
    public Task WhatOneHandlerYields_IsNotWhatTheNextOneGets(string form, string statements) => VerifyAsync(form, statements);

    [Theory]
    [InlineData("in the handler itself", "app.MapGet(\"/a\", (Contact c) => Mailer.Echo(c.{|ECRM2002:Email|}));")]
    [InlineData("handed on by a handler", "app.MapGet(\"/a\", (Contact c) => Hand(c.Email)); static string Hand(string s) => Mailer.Echo({|ECRM2002:s|});")]
    [InlineData("read for the endpoint's purpose", "app.MapGet(\"/a\", (Contact c) => c.{|ECRM2001:Email|}).ForPurpose(\"marketing\");")]
    [InlineData("left in a variable for another handler", "var last = \"\"; app.MapGet(\"/a\", (Contact c) => last = c.Email); app.MapGet(\"/b\", () => Mailer.Echo({|ECRM2002:last|}));")]
    [InlineData("a handler in a variable", "Func<Contact, string> f = c => Mailer.Echo(c.{|ECRM2002:Email|}); app.MapGet(\"/a\", f);")]
    public Task WhatAHandlerDoes_IsFollowed(string form, string statements) => VerifyAsync(form, statements);

    private static Task VerifyAsync(string form, string statements)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using Acme.Crm; using Ethics.Crm; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static string Echo(string value) => value; }
            public class Box { public string? Text; }
            public static class Program { public static void Map(WebApplication app) { {{statements}} } }
            """,
            check => check.TestState.AdditionalReferences.Add(s_framework));
    }
}
