using Microsoft.Extensions.Options;

namespace Bot.Pages;

internal static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ArticlesOptions>().Bind(configuration.GetSection(ArticlesOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ArticlesOptions>, ArticlesOptionsCheck>()
            .AddSingleton<ArticlePages>();
    }
}
