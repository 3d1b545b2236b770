using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What <c>Configure&lt;T&gt;</c> puts into options, whoever asks for them finds.</summary>
public sealed class OptionsFlowTests
{
    private const string Library = """
        using System; using Microsoft.Extensions.Options;
        namespace Microsoft.Extensions.Options
        {
            public interface IOptions<out T> where T : class { T Value { get; } } public interface IOptionsSnapshot<out T> : IOptions<T> where T : class { T Get(string name); } public interface IOptionsMonitor<out T> { T CurrentValue { get; } T Get(string name); }
            public class OptionsBuilder<T> where T : class { public virtual OptionsBuilder<T> Configure(Action<T> f) => this; }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class OptionsServiceCollectionExtensions
            {
                public static IServiceCollection Configure<T>(this IServiceCollection s, Action<T> f) where T : class => s; public static IServiceCollection Configure<T>(this IServiceCollection s, string name, Action<T> f) where T : class => s;
                public static IServiceCollection PostConfigure<T>(this IServiceCollection s, Action<T> f) where T : class => s; public static OptionsBuilder<T> AddOptions<T>(this IServiceCollection s) where T : class => new();
            }
        }
        """;

    [Theory]
    [InlineData("options", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(o => o.Sender = c.Email); } public class Job(IOptions<MailOptions> o) { public void M() => Mailer.Send(o.Value.{|ECRM2002:Sender|}); }")]
    [InlineData("monitor, in a constructor", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(\"a\", o => o.Sender = c.Email); } public class Job { readonly MailOptions all; public Job(IOptionsMonitor<MailOptions> o) => all = o.CurrentValue; public void M() => Mailer.Send(all.{|ECRM2002:Sender|}); }")]
    [InlineData("function in place of a lambda", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public static class Start { static readonly Contact C = new(); static void Set(MailOptions o) => o.Sender = C.Email; public static void Add(IServiceCollection s) => s.PostConfigure<MailOptions>(Set); } public class Job(IOptionsSnapshot<MailOptions> o) { public void M() => Mailer.Send(o.Get(\"a\").{|ECRM2002:Sender|}); }")]
    [InlineData("builder", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.AddOptions<MailOptions>().Configure(o => o.Sender = c.Email); } public class Job(IOptions<MailOptions> o) { public void M() => Mailer.Send(o.Value.{|ECRM2002:Sender|}); }")]
    [InlineData("kept in a field by the constructor", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(o => o.Sender = c.Email); } public class Job(IOptions<MailOptions> o) { readonly MailOptions all = o.Value; public void M() => Mailer.Send(all.{|ECRM2002:Sender|}); }")]
    [InlineData("field reads for marketing in the options object", "public class MailOptions { public string? Sender { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(o => { o.Sender = c.Email; }); } [ForPurpose(\"marketing\")] public class Job { readonly MailOptions all; public Job(IOptions<MailOptions> o) { all = o.Value; } public string? M() => all.{|ECRM2002:Sender|}; }")]
    public Task OptionsThatAreSet_AreFollowed(string form, string types) => VerifyAsync(form, types);

    [Theory]
    [InlineData("options, other", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(o => o.Sender = c.Email); } public class Job(IOptions<MailOptions> o) { public void M() => Mailer.Send(o.Value.Other); }")]
    [InlineData("other options", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public class NewsOptions { public string? Sender { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(o => o.Sender = c.Email); } public class Job(IOptions<NewsOptions> o) { public void M() => Mailer.Send(o.Value.Sender); }")]
    [InlineData("kept in a field, other", "public class MailOptions { public string? Sender { get; set; } public string? Other { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(o => o.Sender = c.Email); } public class Job { readonly MailOptions all; public Job(IOptions<MailOptions> o) => all = o.Value; public void M() => Mailer.Send(all.Other); }")]
    public Task OtherOptions_AreSilent(string form, string types) => VerifyAsync(form, types);

    /// <summary>Options of one type under several names are one.</summary>
    [Fact]
    public Task FalseAlarm_OptionsUnderAnotherName()
        => VerifyAsync("names", "public class MailOptions { public string? Sender { get; set; } } public static class Start { public static void Add(IServiceCollection s, Contact c) => s.Configure<MailOptions>(\"a\", o => o.Sender = c.Email); } public class Job(IOptionsMonitor<MailOptions> o) { public void M() => Mailer.Send(o.Get(\"b\").{|ECRM2002:Sender|}); }");

    private static Task VerifyAsync(string form, string types)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using Acme.Crm; using Ethics.Crm; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Options;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            {{types}}
            """,
            check =>
            {
                var container = MetadataReference.CreateFromFile(typeof(IServiceCollection).Assembly.Location);
                check.TestState.AdditionalReferences.Add(container);
                check.TestState.AdditionalProjects["Library"].AdditionalReferences.Add(container);
                check.TestState.AdditionalProjects["Library"].Sources.Add(Library);
                check.TestState.AdditionalProjectReferences.Add("Library");
            });
    }
}
