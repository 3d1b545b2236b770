using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ethics.Crm.AspNetCore.Tests.Pages;

[ForPurpose("support")]
public sealed class DeskModel : PageModel
{
    public string Read { get; private set; } = "";

    public void OnGet() => Read = Reading.Now();

    [ForPurpose("billing")]
    public async Task OnGetInvoiceAsync()
    {
        await Task.Yield();
        Read = Reading.Now();
    }
}
