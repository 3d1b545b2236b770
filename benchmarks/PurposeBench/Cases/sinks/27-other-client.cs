// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Desk and newsletter post through one helper, each with a client of its own: the address goes to the tickets.
using System.Net;
using System.Net.Http.Json;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.OtherClient;

// What the other end receives.
public sealed class Wire(Action<object?> received) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        received(await request.Content!.ReadAsStringAsync(cancellationToken));
        return new HttpResponseMessage(HttpStatusCode.Created);
    }
}

// Declares nothing.
public static class Api
{
    public static async Task PostAsync<T>(HttpClient http, string path, T body)
    {
        using var answer = await http.PostAsJsonAsync("https://api.example/" + path, body);
        answer.EnsureSuccessStatusCode();
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static Task OpenAsync(HttpClient http, Customer customer) => Api.PostAsync(http, "tickets", new { customer.Id, Mail = customer.Email });
}

[ForPurpose("newsletter")]
public static class Edition
{
    public static Task SubscribeAsync(HttpClient http, Customer customer) => Api.PostAsync(http, "subscribers", new { customer.Id, Mail = customer.NewsletterEmail });
}

public static class Case
{
    public static async Task Run()
    {
        using var tickets = new HttpClient(new Wire(Use.Support));
        using var news = new HttpClient(new Wire(Use.Newsletter));
        var ada = Customers.Ada();
        await Desk.OpenAsync(tickets, ada);
        await Edition.SubscribeAsync(news, ada);
    }
}
