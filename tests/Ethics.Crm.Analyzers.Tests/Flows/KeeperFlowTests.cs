namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Objects of the framework that keep values for whoever has them: caches, sessions, what goes with a request. A container hands the same one to many.</summary>
public sealed class KeeperFlowTests
{
    private const string Framework = """
        using System; using System.Collections.Generic;
        namespace Microsoft.Extensions.Caching.Memory
        {
            public interface ICacheEntry { object? Value { get; set; } }
            public interface IMemoryCache { bool TryGetValue(object key, out object? value); void Remove(object key); }
            public class MemoryCache : IMemoryCache { public bool TryGetValue(object key, out object? value) => throw null!; public void Remove(object key) { } }
            public static class CacheExtensions
            {
                public static T? Get<T>(this IMemoryCache cache, object key) => default;
                public static T Set<T>(this IMemoryCache cache, object key, T value) => value;
                public static bool TryGetValue<T>(this IMemoryCache cache, object key, out T? value) => throw null!;
                public static T? GetOrCreate<T>(this IMemoryCache cache, object key, Func<ICacheEntry, T> factory) => default;
            }
        }
        namespace Microsoft.AspNetCore.Http
        {
            public interface ISession { void Set(string key, byte[] value); bool TryGetValue(string key, out byte[]? value); }
            public static class SessionExtensions { public static void SetString(this ISession session, string key, string value) { } public static string? GetString(this ISession session, string key) => null; }
            public abstract class HttpContext { public abstract IDictionary<object, object?> Items { get; } public abstract ISession Session { get; } }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public class ServiceDescriptor { public static ServiceDescriptor Singleton<TService, TImplementation>() => new(); }
            public static class Registering
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection all) => all;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection all, T implementationInstance) => all;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection all, Func<IServiceProvider, T> implementationFactory) => all;
                public static IServiceCollection AddSingleton(this IServiceCollection all, Type serviceType) => all;
                public static IServiceCollection AddSingleton(this IServiceCollection all, Type serviceType, Type implementationType) => all;
                public static IServiceCollection AddSingleton(this IServiceCollection all, Type serviceType, object implementationInstance) => all;
                public static IServiceCollection AddTransient(this IServiceCollection all, Type serviceType) => all;
                public static IServiceCollection Replace(this IServiceCollection all, ServiceDescriptor one) => all;
                public static T GetRequiredService<T>(this IServiceProvider all) => throw null!;
                public static object GetRequiredService(this IServiceProvider all, Type serviceType) => throw null!;
            }
        }
        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { void Log(object? value); object? Last(); }
            public static class LoggerExtensions { public static void Note(this ILogger logger, string text) { } }
        }
        """;

    [Theory]
    [InlineData("set and got", "public class A(IMemoryCache cache) { public void P(Contact c) => cache.Set(\"k\", c.Email); } public class B(IMemoryCache cache) { public void U() => Mailer.Send(cache.{|ECRM2002:Get<string>|}(\"k\")); }")]
    [InlineData("set and got out", "public class A(IMemoryCache cache) { public void P(Contact c) => cache.Set(\"k\" + c.Id, c.Email); } public class B(IMemoryCache cache) { public void U(int id) { if (cache.TryGetValue(\"k\" + id, out string? s)) Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("made where there is none", "public class A(IMemoryCache cache) { public string? P(Contact c) => cache.GetOrCreate(\"k\", _ => c.Email); } public class B(IMemoryCache cache) { public void U() => Mailer.Send(cache.{|ECRM2002:Get<string>|}(\"k\")); }")]
    [InlineData("one class", "public class A(IMemoryCache cache) { public void P(Contact c) => cache.Set(\"k\", c.Email); public void U() => Mailer.Send(cache.{|ECRM2002:Get<string>|}(\"k\")); }")]
    [InlineData("field", "public class A { readonly IMemoryCache cache; public A(IMemoryCache cache) => this.cache = cache; public void P(Contact c) => cache.Set(\"k\", c.Email); public void U() => Mailer.Send(cache.{|ECRM2002:Get<string>|}(\"k\")); }")]
    [InlineData("static member", "static class K { public static readonly IMemoryCache All = new MemoryCache(); } public class A { public void P(Contact c) => K.All.Set(\"k\", c.Email); public void U() => Mailer.Send(K.All.{|ECRM2002:Get<string>|}(\"k\")); }")]
    [InlineData("alias", "public class A { public void M(Contact c) { IMemoryCache one = new MemoryCache(); var other = one; one.Set(\"k\", c.Email); Mailer.Send(other.{|ECRM2002:Get<string>|}(\"k\")); } }")]
    [InlineData("objects that one caller makes", "public class A(IMemoryCache cache) { public void P(Contact c) => cache.Set(\"k\", c.Email); } public class B(IMemoryCache cache) { public void U() => Mailer.Send(cache.{|ECRM2002:Get<string>|}(\"k\")); } static class M { static void Run(Contact c) { var cache = new MemoryCache(); new A(cache).P(c); new B(cache).U(); } }")]
    [InlineData("session", "static class A { public static void P(ISession s, Contact c) => s.SetString(\"k\", c.Email); public static void U(ISession s) => Mailer.Send(s.{|ECRM2002:GetString|}(\"k\")); }")]
    [InlineData("session of a request", "static class A { public static void P(HttpContext h, Contact c) => h.Session.SetString(\"k\", c.Email); public static void U(HttpContext h) => Mailer.Send(h.Session.{|ECRM2002:GetString|}(\"k\")); }")]
    [InlineData("items of a request", "static class A { public static void P(HttpContext h, Contact c) => h.Items[\"k\"] = c.Email; public static void U(HttpContext h) => Mailer.Send({|ECRM2002:h.Items[\"k\"]|}); }")]
    [InlineData("dictionary", "public class A(System.Collections.Concurrent.ConcurrentDictionary<string, string> d) { public void P(Contact c) => d[\"k\"] = c.Email; } public class B(System.Collections.Concurrent.ConcurrentDictionary<string, string> d) { public void U() => Mailer.Send({|ECRM2002:d[\"k\"]|}); }")]
    [InlineData("ends of a channel", "public class A(System.Threading.Channels.ChannelWriter<string> w) { public void P(Contact c) => w.TryWrite(c.Email); } public class B(System.Threading.Channels.ChannelReader<string> r) { public async Task U() { await foreach (var s in r.ReadAllAsync()) Mailer.Send({|ECRM2002:s|}); } }")]
    [InlineData("under a key that may be it", "public class A(IMemoryCache cache) { public void P(Contact c, int k, int l) { cache.Set(k, c.Email); cache.Remove(l); } } public class B(IMemoryCache cache) { public void U(int k) => Mailer.Send(cache.{|ECRM2002:Get<string>|}(k)); }")]
    [InlineData("taken out on some ways", "public class A(IMemoryCache cache) { public void P(Contact c, bool f) { cache.Set(\"k\", c.Email); if (f) cache.Remove(\"k\"); } } public class B(IMemoryCache cache) { public void U() => Mailer.Send(cache.{|ECRM2002:Get<string>|}(\"k\")); }")]
    [InlineData("made where there is none, other key taken out", "public class A(IMemoryCache cache) { public void P(Contact c) { cache.GetOrCreate(\"k\", _ => c.Email); cache.Remove(\"l\"); } } public class B(IMemoryCache cache) { public void U() => Mailer.Send(cache.{|ECRM2002:Get<string>|}(\"k\")); }")]
    [InlineData("extension that keeps", "public class A { public void M(Contact c) { IMemoryCache k = new MemoryCache(); CacheExtensions.Set(k, \"k\", c.Email); Mailer.Send(CacheExtensions.{|ECRM2002:Get<string>|}(k, \"k\")); } }")]
    public Task ValueInAKeeperOfTheFramework_IsFollowed(string form, string types) => VerifyAsync(form, types);

    [Theory]
    [InlineData("other value", "public class A(IMemoryCache cache) { public void P(Contact c) { GC.KeepAlive(c.Email); cache.Set(\"k\", c.Name); } } public class B(IMemoryCache cache) { public void U() => Mailer.Send(cache.Get<string>(\"k\")); }")]
    [InlineData("other cache", "static class K { public static readonly IMemoryCache One = new MemoryCache(), Other = new MemoryCache(); } public class A { public void P(Contact c) => K.One.Set(\"k\", c.Email); public void U() => Mailer.Send(K.Other.Get<string>(\"k\")); }")]
    [InlineData("cache of one's own", "public class A { public void M(Contact c) { new MemoryCache().Set(\"k\", c.Email); Mailer.Send(new MemoryCache().Get<string>(\"k\")); } }")]
    [InlineData("dictionary of other types", "public class A(System.Collections.Concurrent.ConcurrentDictionary<string, string> d) { public void P(Contact c) => d[\"k\"] = c.Email; } public class B(System.Collections.Concurrent.ConcurrentDictionary<string, object> d) { public void U() => Mailer.Send(d[\"k\"]); }")]
    [InlineData("other key", "public class A(IMemoryCache cache) { public void P(Contact c) => cache.Set(\"k\", c.Email); } public class B(IMemoryCache cache) { public void U() => Mailer.Send(cache.Get<string>(\"l\")); }")]
    [InlineData("taken out", "public class A(IMemoryCache cache) { public void P(Contact c, int k) { cache.Set(k, c.Email); GC.KeepAlive(cache.Get<string>(k)); cache.Remove(k); } } public class B(IMemoryCache cache) { public void U(int id) { if (!cache.TryGetValue(id, out string? s)) s = \"\"; Mailer.Send(s); } }")]
    [InlineData("overwritten", "public class A(IMemoryCache cache) { public void P(Contact c, string k) { cache.Set(k, c.Email); cache.Set(k, \"\"); } } public class B(IMemoryCache cache) { public void U(string k) => Mailer.Send(cache.Get<string>(k)); }")]
    [InlineData("session, other key", "static class A { public static void P(ISession s, Contact c) => s.SetString(\"k\", c.Email); public static void U(ISession s) => Mailer.Send(s.GetString(\"l\")); }")]
    [InlineData("log", "public class A(Microsoft.Extensions.Logging.ILogger log) { public void P(Contact c) => Microsoft.Extensions.Logging.LoggerExtensions.Note(log, c.Email); } public class B(Microsoft.Extensions.Logging.ILogger log) { public void U() => Mailer.Send(log.Last()); }")]
    public Task KeeperOfTheFramework_InWhichTheValueIsNot_IsSilent(string form, string types) => VerifyAsync(form, types);

    /// <summary>A framework hands the context of a request to whoever handles it, and what lies in its items lies deeper than their keys are told apart.</summary>
    [Theory]
    [InlineData("items of a request, other key", "static class A { public static void P(HttpContext h, Contact c) => h.Items[\"k\"] = c.Email; public static void U(HttpContext h) => Mailer.Send({|ECRM2002:h.Items[\"l\"]|}); }")]
    [InlineData("items of a request, other object", "static class A { static readonly object K = new(); public static void P(HttpContext h, Contact c) => h.Items[K] = c.Email; } static class B { static readonly object K = new(); public static void U(HttpContext h) => Mailer.Send({|ECRM2002:h.Items[K]|}); }")]
    public Task FalseAlarm_OtherItemOfARequest(string form, string types) => VerifyAsync(form, types);

    private const string Shelf = "public interface IShelf { void Put(string s); string Get(); } public class Shelf(string first) : IShelf { string s = first; public void Put(string v) => s = v; public string Get() => s; } ";
    private const string Users = "public class A(IShelf d) { public void P(Contact c) => d.Put(c.Email); } public class B(IShelf d) { public void U() => Mailer.Send(d.{|ECRM2002:Get|}()); }";
    private const string State = "public class State { public string? Mail { get; set; } } public class A(State s) { public void P(Contact c) => s.Mail = c.Email; } public class B(State s) { public void U() => Mailer.Send(s.{|ECRM2002:Mail|}); } ";

    [Theory]
    [InlineData("an object", Shelf + Users + " static class Startup { static void Add(IServiceCollection s) => s.AddSingleton<IShelf>(new Shelf(\"\")); }")]
    [InlineData("an object in a variable", Shelf + Users + " static class Startup { static void Add(IServiceCollection s) { IShelf shelf = new Shelf(\"\"); s.AddSingleton(shelf); } }")]
    [InlineData("a function", Shelf + Users + " static class Startup { static void Add(IServiceCollection s) => s.AddSingleton<IShelf>(_ => new Shelf(\"\")); }")]
    [InlineData("an object, by the type of the contract", Shelf + Users + " static class Startup { static void Add(IServiceCollection s) => s.AddSingleton(typeof(IShelf), new Shelf(\"\")); }")]
    [InlineData("by types", Shelf + Users + " static class Startup { static void Add(IServiceCollection s) { s.AddSingleton(typeof(IShelf), typeof(Shelf)); new Shelf(\"\").Put(\"\"); } }")]
    [InlineData("in place of another", Shelf + Users + " static class Startup { static void Add(IServiceCollection s) { s.Replace(ServiceDescriptor.Singleton<IShelf, Shelf>()); new Shelf(\"\").Put(\"\"); } }")]
    [InlineData("a class that only carries, by its type", State + "static class Startup { static void Add(IServiceCollection s) => s.AddSingleton(typeof(State)); }")]
    [InlineData("asked for by its type", "public class Shelf2 { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; } static class M { static void A(IServiceProvider p, Contact c) => ((Shelf2)p.GetRequiredService(typeof(Shelf2))).Put(c.Email); static void B(IServiceProvider p) => Mailer.Send(((Shelf2)p.GetRequiredService(typeof(Shelf2))).{|ECRM2002:Get|}()); }")]
    [InlineData("one of several", Shelf + "public class A(IEnumerable<IShelf> all) { public void P(Contact c) { foreach (var one in all) one.Put(c.Email); } } public class B(IEnumerable<IShelf> all) { public void U() { foreach (var one in all) Mailer.Send(one.{|ECRM2002:Get|}()); } }")]
    [InlineData("made late", Shelf + "public class A(Lazy<IShelf> d) { public void P(Contact c) => d.Value.Put(c.Email); } public class B(Lazy<IShelf> d) { public void U() => Mailer.Send(d.Value.{|ECRM2002:Get|}()); }")]
    public Task ServiceThatTheProgramRegisters_IsShared(string form, string types) => VerifyAsync(form, types);

    [Theory]
    [InlineData("objects of its own beside the registered one", "public class Desk { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; } static class Startup { static void Add(IServiceCollection s) => s.AddSingleton<Desk>(); static void M(Contact c) { new Desk().Put(c.Email); Mailer.Send(new Desk().Get()); } }")]
    [InlineData("one for each, by its type", "public class Draft { public string? Mail { get; set; } public void M() { } } public class A(Draft s) { public void P(Contact c) => s.Mail = c.Email; } public class B(Draft s) { public void U() => Mailer.Send(s.Mail); } static class Startup { static void Add(IServiceCollection s) => s.AddTransient(typeof(Draft)); }")]
    [InlineData("objects that nobody registers", "public class Desk { string s = \"\"; public void Put(string v) => s = v; public string Get() => s; } public class A(Desk d) { public void P(Contact c) => d.Put(c.Email); } public class B(Desk d) { public void U() => Mailer.Send(d.Get()); } static class Startup { static void M(Contact c) { new A(new Desk()).P(c); new B(new Desk()).U(); } }")]
    public Task ServiceThatIsNotShared_IsSilent(string form, string types) => VerifyAsync(form, types);

    private static Task VerifyAsync(string form, string types)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Caching.Memory; using Microsoft.Extensions.DependencyInjection;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            {{types}}
            """,
            check =>
            {
                check.TestState.AdditionalProjects["Framework"].Sources.Add("#nullable enable\n" + Framework);
                check.TestState.AdditionalProjectReferences.Add("Framework");
            });
    }
}
